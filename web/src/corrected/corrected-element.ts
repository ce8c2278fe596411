// SPDX-License-Identifier: Apache-2.0
// <deltoid-corrected>: the panel in which a batch's 837 files are written again. What goes in is shown first, and nothing else
// goes in.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ask } from '../engine/ask.js';
import { DeltoidError } from '../engine/problems.js';
import { showBytes } from '../formats/numbers.js';
import { save } from '../out/save.js';
import { controlStyles } from '../styles/controls.js';
import { correctedStyles } from '../styles/corrected.js';
import { dialogStyles } from '../styles/dialog.js';
import { findingStyles } from '../styles/finding.js';
import { tokenStyles } from '../styles/tokens.js';
import { verdictIcon } from '../view/icons.js';
import { words } from '../words/index.js';
import { type BatchToCorrect, correctedName, type FilePlan, planOf, toWrite } from './plan.js';
import { fixesView, handEditsView, namesView, type Outcome, resultView } from './result-view.js';

const said = words.corrected;

export class DeltoidCorrected extends LitElement {
  static override styles = [tokenStyles, controlStyles, findingStyles, dialogStyles, correctedStyles];

  @property({ attribute: false }) batch: BatchToCorrect | undefined;

  @state() private plans: FilePlan[] | undefined;
  /** Names of files whose offered fixes are wanted, too. */
  @state() private ticked: ReadonlySet<string> = new Set();
  /** The file that is being written, and how much of it is. */
  @state() private running = '';
  @state() private share = 0;
  @state() private outcomes: ReadonlyMap<string, Outcome> = new Map();
  @query('dialog') private dialog!: HTMLDialogElement;
  #abort = new AbortController();

  /** Gathers what can be written, and shows it. */
  async open(): Promise<void> {
    this.#reset();
    await this.updateComplete;
    this.dialog.showModal();
    const { batch } = this;
    if (!batch) return;
    const { signal } = this.#abort;
    const plans = await planOf(batch, signal).catch(() => undefined);
    if (!signal.aborted) this.plans = plans;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reset();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('batch')) return;
    this.#reset();
    if (this.hasUpdated) this.dialog.close();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${() => this.#reset()} @keydown=${stay}>
      <div class="body">
        <h2 id="title" tabindex="-1" autofocus>${said.title}</h2>
        ${this.plans ? this.#plans(this.plans) : html`<p role="status">${said.looking}</p>`}
        <div class="actions">
          <button type="button" @click=${() => this.dialog.close()}>${said.close}</button>
        </div>
      </div>
    </dialog>`;
  }

  /** Lets go of everything: it may name claims. */
  #reset(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.plans = undefined;
    this.ticked = new Set();
    this.running = '';
    this.outcomes = new Map();
  }

  #plans(plans: FilePlan[]): TemplateResult {
    const some = plans.filter(
      ({ taken, offered, byHand, ignored }) =>
        taken.length + offered.length + byHand.length + ignored.length > 0,
    );
    const others = plans.length - some.length;
    if (some.length === 0)
      return html`<p class="lead">${said.nothing}</p><p class="hint">${said.nothingHint}</p>`;
    return html`<p class="hint">${said.intro}</p>
      ${some.map((plan, at) => this.#file(plan, at))}
      ${others > 0 ? html`<p class="hint">${said.others(others)}</p>` : nothing}`;
  }

  #file(plan: FilePlan, at: number): TemplateResult {
    const { file, taken, offered, byHand, ignored } = plan;
    const { claims } = this.batch as BatchToCorrect;
    const on = new Set(taken.map(({ row }) => row)).size;
    return html`<section class="file" aria-label=${file.name}>
      <h3>${file.name}</h3>
      ${
        taken.length > 0
          ? html`<div>
              <p class="part">${verdictIcon('clean')} ${said.taken(taken.length, on)}</p>
              <div class="under">${fixesView(claims, taken)}</div>
            </div>`
          : nothing
      }
      ${offered.length > 0 ? this.#offer(plan, at) : nothing}
      ${
        byHand.length > 0
          ? html`<div>
              <p class="part">${verdictIcon('may')} <span>${said.byHand(byHand.length)}</span></p>
              <div class="under">
                <p class="names">${namesView(claims, byHand)}</p>
                ${handEditsView(claims, byHand)}
              </div>
            </div>`
          : nothing
      }
      ${
        ignored.length > 0
          ? html`<div>
              <p class="part">${verdictIcon('note')} <span>${said.ignored(ignored.length)}</span></p>
              <p class="names under">${namesView(claims, ignored)}</p>
            </div>`
          : nothing
      }
      ${this.#doing(plan)}
    </section>`;
  }

  #offer({ file: { name }, offered }: FilePlan, at: number): TemplateResult {
    const { claims } = this.batch as BatchToCorrect;
    return html`<div>
      <label class="offer">
        <input
          type="checkbox"
          .checked=${this.ticked.has(name)}
          ?disabled=${this.running !== ''}
          aria-describedby="offer-${at}"
          @change=${() => this.#tick(name)}
        />
        <span>${said.offered(offered.length)}</span>
      </label>
      <div class="under">
        <p class="hint" id="offer-${at}">${said.offeredHint}</p>
        ${fixesView(claims, offered)}
      </div>
    </div>`;
  }

  #doing(plan: FilePlan): TemplateResult | typeof nothing {
    const { file, taken, offered } = plan;
    const name = correctedName(file);
    const outcome = this.outcomes.get(file.name);
    const any = taken.length > 0 || this.ticked.has(file.name);
    const running = this.running === file.name;
    return html`
      ${
        taken.length + offered.length > 0
          ? html`<div class="actions">
              <button
                type="button"
                class=${any ? 'primary' : ''}
                ?disabled=${!any}
                aria-disabled=${this.running !== ''}
                @click=${() => void this.#save(plan)}
              >
                ${said.save(name)}
              </button>
              ${running ? html`<button type="button" @click=${() => this.#cancel()}>${said.cancel}</button>` : nothing}
            </div>`
          : nothing
      }
      ${
        running
          ? html`<div>
              <p class="hint">${said.writing(name)}</p>
              <progress max="100" value=${this.share} aria-label=${said.writing(name)}>${this.share} %</progress>
            </div>`
          : nothing
      }
      <div role="status">${outcome ? resultView(this.batch as BatchToCorrect, outcome) : nothing}</div>`;
  }

  #tick(name: string): void {
    const ticked = new Set(this.ticked);
    if (!ticked.delete(name)) ticked.add(name);
    this.ticked = ticked;
    this.#tell(name, undefined);
  }

  #cancel(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.running = '';
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus(); // the button goes
  }

  #tell(name: string, outcome: Outcome | undefined): void {
    const outcomes = new Map(this.outcomes);
    if (outcome) outcomes.set(name, outcome);
    else outcomes.delete(name);
    this.outcomes = outcomes;
  }

  async #save(plan: FilePlan): Promise<void> {
    const { batch } = this;
    const { name } = plan.file;
    if (!batch || this.running) return;
    const { signal } = this.#abort;
    this.#tell(name, undefined);
    this.running = name;
    this.share = 0;
    try {
      const work = await toWrite(batch, plan, this.ticked.has(name), signal);
      const written = await ask({ do: 'write-837', of: work.of }, signal, ({ bytes, totalBytes }) => {
        this.share = Math.floor((100 * bytes) / (totalBytes || 1));
      });
      if (signal.aborted) return;
      const saved = correctedName(plan.file);
      save(new Blob([written.content], { type: 'application/octet-stream' }), saved);
      const { content, ...rest } = written;
      this.#tell(name, { saved, size: showBytes(content.size), fixes: work.fixes, ...rest });
    } catch (error) {
      if (!signal.aborted) this.#tell(name, { problem: problemOf(error) });
    } finally {
      if (!signal.aborted) this.running = '';
      await this.updateComplete;
      this.renderRoot.querySelector('.result')?.scrollIntoView({ block: 'nearest' });
    }
  }
}

function problemOf(error: unknown): { changed: boolean; message: string } {
  const [problem] = error instanceof DeltoidError ? error.problems : [];
  return { changed: problem?.reason === 'changed', message: problem?.message ?? '' };
}

/** Keys in here are not the queue's. */
function stay(event: KeyboardEvent): void {
  event.stopPropagation();
}

customElements.define('deltoid-corrected', DeltoidCorrected);
