// SPDX-License-Identifier: Apache-2.0
// Asks what to do when new files, or Clear, would take away work that is kept nowhere else.
import { html, LitElement, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { controlStyles } from '../styles/controls.js';
import { dialogStyles } from '../styles/dialog.js';
import { tokenStyles } from '../styles/tokens.js';
import { words } from '../words/index.js';
import type { Batch } from './batch.js';

const said = words.queue.leave;

export type LeaveAnswer = 'together' | 'instead' | 'stay';

export class DeltoidLeaveDialog extends LitElement {
  static override styles = [tokenStyles, controlStyles, dialogStyles];

  @state() private corrected = 0;
  @state() private ignored = 0;
  /** Are there new files, or is it only to be cleared? */
  @state() private files = true;
  @query('dialog') private dialog!: HTMLDialogElement;
  #answer: ((answer: LeaveAnswer) => void) | undefined;

  async ask({ claims }: Batch, files: boolean): Promise<LeaveAnswer> {
    this.#done('stay'); // a second drop while the question stands
    this.corrected = claims.corrections.size;
    this.ignored = claims.ignored.size;
    this.files = files;
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  /** Takes the question back; nothing is done. */
  close(): void {
    this.dialog.close();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${() => this.#done('stay')}>
      <form method="dialog">
        <h2 id="title">${said.title}</h2>
        <p>${said.text(this.corrected, this.ignored)}</p>
        <div class="actions">
          <button type="submit" class=${this.files ? 'primary' : ''} ?hidden=${!this.files} @click=${() => this.#done('together')}>
            ${said.together}
          </button>
          <button type="submit" @click=${() => this.#done('instead')}>${this.files ? said.instead : said.clear}</button>
          <button type="submit" @click=${() => this.#done('stay')}>${said.stay}</button>
        </div>
      </form>
    </dialog>`;
  }

  #done(answer: LeaveAnswer): void {
    this.#answer?.(answer);
    this.#answer = undefined;
  }
}

customElements.define('deltoid-leave-dialog', DeltoidLeaveDialog);
