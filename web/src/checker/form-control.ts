// SPDX-License-Identifier: Apache-2.0
// What makes an element a part of the form around it: its name, value and validity, as the browser's own controls have them.
import { LitElement } from 'lit';

export abstract class FormControl extends LitElement {
  static readonly formAssociated = true;

  readonly #internals = this.attachInternals();
  #disabled = false;

  /** Its name in the form around it. */
  get name(): string {
    return this.getAttribute('name') ?? '';
  }

  set name(name: string) {
    this.setAttribute('name', name);
  }

  /** The form that it belongs to. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  get labels(): NodeList {
    return this.#internals.labels;
  }

  get validity(): ValidityState {
    return this.#internals.validity;
  }

  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /** @internal */
  formDisabledCallback(disabled: boolean): void {
    this.#disabled = disabled;
    this.requestUpdate();
  }

  /** Is it, or the fieldset around it, disabled? */
  protected get disabledByForm(): boolean {
    return this.#disabled;
  }

  /**
   * The form gets `value`; with `problem` it cannot be sent, and the browser leads to `anchor`. No state goes beside the
   * value: browsers keep that for the way back to the page, and nothing is to be kept.
   */
  protected giveToForm(value: string, problem?: string, anchor?: HTMLElement): void {
    this.#internals.setFormValue(value, null);
    if (problem) this.#internals.setValidity({ customError: true }, problem, anchor);
    else this.#internals.setValidity({});
  }
}
