// SPDX-License-Identifier: Apache-2.0
// Asks why a claim is to be left alone: a few usual reasons, or one's own words.
import { html, LitElement, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { controlStyles } from '../styles/controls.js';
import { dialogStyles } from '../styles/dialog.js';
import { tokenStyles } from '../styles/tokens.js';
import { words } from '../words/index.js';

const said = words.queue;

export class DeltoidIgnoreDialog extends LitElement {
  static override styles = [tokenStyles, controlStyles, dialogStyles];

  @state() private count = 1;
  @state() private chosen = 0;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('input[type=text]') private own!: HTMLInputElement;
  #answer: ((reason: string | undefined) => void) | undefined;

  /** The reason; undefined when nothing is to be ignored after all. */
  async ask(count: number): Promise<string | undefined> {
    this.count = count;
    this.chosen = 0;
    await this.updateComplete;
    this.own.value = '';
    this.dialog.showModal();
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  protected override render(): TemplateResult {
    const own = said.reasons.length;
    return html`<dialog aria-labelledby="title" @close=${() => this.#done(undefined)} @keydown=${stay}>
      <form method="dialog" @submit=${this.#onSubmit}>
        <h2 id="title">${said.ignoreTitle(this.count)}</h2>
        <fieldset>
          <legend>${said.ignoreWhy}</legend>
          ${[...said.reasons, said.otherReason].map(
            (reason, at) => html`<label class="tick">
              <input type="radio" name="reason" .checked=${this.chosen === at} @change=${() => this.#choose(at)} />
              ${reason}
            </label>`,
          )}
          <input
            type="text"
            maxlength="120"
            autocomplete="off"
            aria-label=${said.otherReasonText}
            placeholder=${said.otherReasonText}
            ?hidden=${this.chosen !== own}
          />
        </fieldset>
        <div class="actions">
          <button type="submit" class="primary">${said.ignoreDo}</button>
          <button type="button" @click=${() => this.dialog.close()}>${said.cancel}</button>
        </div>
      </form>
    </dialog>`;
  }

  #choose(at: number): void {
    this.chosen = at;
    if (at === said.reasons.length) void this.updateComplete.then(() => this.own.focus());
  }

  readonly #onSubmit = (): void => {
    this.#done(said.reasons[this.chosen] ?? (this.own.value.trim() || said.otherReason));
  };

  #done(reason: string | undefined): void {
    this.#answer?.(reason);
    this.#answer = undefined;
  }
}

/** Keys in here are not the queue's. */
function stay(event: KeyboardEvent): void {
  event.stopPropagation();
}

customElements.define('deltoid-ignore-dialog', DeltoidIgnoreDialog);
