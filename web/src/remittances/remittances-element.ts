// SPDX-License-Identifier: Apache-2.0
// <deltoid-remittances>: a replay of a batch: what the payers answered, held against what the rules say of the claims. It
// is made in the worker when it is first looked at, and again when more answers come.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ask } from '../engine/ask.js';
import { DeltoidError } from '../engine/problems.js';
import type { Progress } from '../engine/session.js';
import { showBytes } from '../formats/numbers.js';
import { save } from '../out/save.js';
import type { Picked } from '../pictures/pictures-element.js';
import { batchStyles } from '../styles/batch.js';
import { controlStyles } from '../styles/controls.js';
import { findingStyles } from '../styles/finding.js';
import { pictureStyles } from '../styles/pictures.js';
import { remittanceStyles } from '../styles/remittances.js';
import { tokenStyles } from '../styles/tokens.js';
import { words } from '../words/index.js';
import type { Batch } from '../workbench/batch.js';
import { filesView, linesView, sumsView, unmatchedView } from './lists-view.js';
import type { ClaimPlace, Kind, Look, Only } from './look.js';
import { monthsView, payersView } from './rates-view.js';
import { causesView, reasonsView, rulesView } from './reasons-view.js';
import { firstAsked, type Replayed } from './replay.js';
import type { Asked, Digest, ListName, Table } from './report.js';
import { figuresView, verdictsView } from './verdicts-view.js';

const said = words.remittances;

/** Notes that are read at a glance. */
const mostNotices = 6;

/** Figures, charts, lists. */
const stretches = 3;

type State = 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';

export class DeltoidRemittances extends LitElement {
  static override styles = [
    tokenStyles,
    controlStyles,
    findingStyles,
    batchStyles,
    pictureStyles,
    remittanceStyles,
  ];

  @property({ attribute: false }) batch: Batch | undefined;
  /** Counts the batch's changes; a batch is not copied when it changes. */
  @property({ attribute: false }) changes = 0;
  @property({ type: Boolean }) shown = false;

  @state() private state: State = 'waiting';
  @state() private progress: Progress | undefined;
  @state() private result: Replayed | undefined;
  @state() private lists: Digest['lists'] | undefined;
  @state() private asked: { [L in ListName]: Asked<L> } = firstAsked;
  @state() private kind: Kind = 'missed';
  @state() private only: Only | undefined;
  @state() private injections = false;
  @state() private payer = '';
  @state() private whole: ReadonlySet<string> = new Set();
  @state() private identifiers = false;
  @state() private status = '';
  /** How much of the report is drawn: a stretch a frame, so that no key or click waits for all of it. */
  @state() private drawn = 0;
  #problem = '';
  #compared: Batch | undefined;
  /** Of the batch, when they were compared. */
  #answers: readonly string[] = [];
  /** Where a claim was opened. */
  #left: HTMLElement | undefined;
  #abort = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { batch } = this;
    if (changed.has('batch')) this.#reset();
    if (!this.shown || !batch?.replayed) return;
    if (this.#compared === batch && this.#answers === batch.answers) return;
    if (this.#answers !== batch.answers) this.#reset();
    this.#compared = batch;
    this.#answers = batch.answers;
    void this.#compare(batch);
  }

  /** While another view is shown nothing is drawn anew, and all stays as it was left. */
  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    return this.shown || changed.has('batch') || changed.has('shown');
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('shown') && this.shown) {
      this.#left?.focus({ preventScroll: true });
      this.#left = undefined;
    }
    if (this.result && this.shown && this.drawn < stretches)
      requestAnimationFrame(() => setTimeout(() => this.drawn++));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { batch, result } = this;
    if (!batch || (!this.shown && !result) || batch.state === 'running') return nothing;
    if (batch.answers.length === 0)
      return this.#invitation(
        said.none,
        said.noneHint,
        said.open,
        batch.state === 'done' ? '' : said.partial,
      );
    if (batch.awaitsClaims)
      return this.#invitation(
        said.noClaims(batch.answers.length),
        said.noClaimsHint,
        said.openClaims,
        namesOf(batch.answers),
      );
    if (!batch.replayed) return html`<p class="notice">${said.partial}</p>`;
    if (this.state === 'cancelled' || this.state === 'failed') return this.#stopped();
    if (!result) return this.#running();
    return html`<div class="pictures">
      <p class="visually-hidden" role="status">${this.status}</p>
      ${this.#report(result)}
    </div>`;
  }

  #invitation(title: string, hint: string, button: string, more = ''): TemplateResult {
    return html`<div class="notice none">
      <p class="lead">${title}</p>
      ${more ? html`<p>${more}</p>` : nothing}
      <p>${hint}</p>
      <button type="button" class="primary" @click=${() => this.dispatchEvent(new Event('choose'))}>${button}</button>
      <p class="hint">${said.asOf}</p>
    </div>`;
  }

  #running(): TemplateResult {
    const { bytes = 0, totalBytes = 0, file = '' } = this.progress ?? {};
    const share = totalBytes > 0 ? Math.floor((100 * bytes) / totalBytes) : 0;
    const doing = share >= 100 ? said.joining : file ? said.reading(file) : said.starting;
    return html`<div class="progress">
      <p class="visually-hidden" role="status">${said.joining}</p>
      <p>${doing}</p>
      <progress max="100" value=${share} aria-label=${said.title}>${share} %</progress>
      <p class="hint">${said.progress(share, showBytes(bytes), showBytes(totalBytes))}</p>
      <button type="button" @click=${() => this.#abort.abort()}>${said.cancel}</button>
    </div>`;
  }

  #stopped(): TemplateResult {
    const failed = this.state === 'failed';
    return html`<div class="notice ${failed ? 'problem' : ''}" role=${failed ? 'alert' : nothing}>
      <p class="lead">${failed ? said.failed : said.cancelled}</p>
      ${failed && this.#problem ? html`<p lang="en">${this.#problem}</p>` : nothing}
      <button type="button" @click=${() => this.batch && void this.#compare(this.batch)}>${said.again}</button>
    </div>`;
  }

  #report({ digest, unreadable }: Replayed): TemplateResult {
    const look = this.#look(digest);
    const matched = digest.claims.answers_joined + digest.claims.reversals > 0;
    const compared = matched && digest.claims.injection > 0;
    return html`<header class="head">
        <p class="hint">${said.intro} ${said.asOf}</p>
        <div class="tools">
          <button type="button" @click=${() => this.#showIdentifiers()}>
            ${this.identifiers ? said.hideIdentifiers : said.showIdentifiers}
          </button>
          <button type="button" @click=${() => void this.#save(undefined)}>${said.saveReport}</button>
          <p class="hint">${this.status || said.identifiersHint}</p>
        </div>
      </header>
      ${
        unreadable.length > 0
          ? html`<div class="notice problem" role="alert">
              <p class="lead">${said.unreadable}</p>
              ${unreadable.map(({ path, reason, message }) => html`<p><b>${path}</b>: ${reason ? words.files[reason] : message}</p>`)}
            </div>`
          : nothing
      }
      ${matched ? nothing : html`<div class="notice problem" role="alert"><p class="lead">${said.noMatch}</p><p>${said.noMatchHint}</p></div>`}
      ${matched && !compared ? html`<p class="notice">${said.noInjections}</p>` : nothing}
      ${compared ? figuresView(digest) : nothing} ${this.#notices(digest)}
      ${
        compared && this.drawn > 0
          ? html`<div class="charts">
                ${verdictsView(look)} ${rulesView(look)}
                ${this.drawn > 1 ? [reasonsView(look), causesView(look), monthsView(look), payersView(look)] : nothing}
              </div>
              ${this.drawn > 2 ? linesView(look) : nothing}`
          : nothing
      }
      ${this.drawn > 2 ? [sumsView(look), unmatchedView(look), filesView(look)] : nothing}`;
  }

  /** The engine's own sentences about files and sums. */
  #notices({ notices: { rows, count } }: Digest): TemplateResult | typeof nothing {
    if (count === 0) return nothing;
    const shown = rows.slice(0, mostNotices);
    return html`<section class="notice notes" aria-label=${said.notices}>
      <p class="lead">${said.notices}</p>
      ${shown.map((notice) => html`<p lang="en">${notice}</p>`)}
      ${said.inEnglish ? html`<p class="hint">${said.inEnglish}</p>` : nothing}
      ${count > shown.length ? html`<p class="hint">${said.moreNotices(count - shown.length)}</p>` : nothing}
    </section>`;
  }

  #look(digest: Digest): Look {
    const { identifiers, kind, only, injections, payer, whole, asked, batch } = this;
    return {
      digest,
      lists: this.lists ?? digest.lists,
      asked,
      identifiers,
      kind,
      only,
      injections,
      payer,
      whole,
      toggleWhole: (id) => {
        const next = new Set(whole);
        if (!next.delete(id)) next.add(id);
        this.whole = next;
      },
      ask: (rows) => void this.#ask(rows),
      showLines: (next, narrowed) => this.#showLines(next, narrowed),
      showInjections: (on) => {
        this.injections = on;
        this.#askLines();
      },
      showPayer: (key) => this.#showPayer(key),
      save: (table) => void this.#save(table),
      canOpen: ({ file, claim_index: index }) => (batch?.claims.find(file, index) ?? -1) >= 0,
      open: (rows, at, name) => this.#open(rows, at, name),
    };
  }

  #reset(): void {
    this.#abort.abort();
    this.state = 'waiting';
    this.result = undefined;
    this.lists = undefined;
    this.asked = firstAsked;
    this.kind = 'missed';
    this.only = undefined;
    this.injections = false;
    this.payer = '';
    this.whole = new Set();
    this.status = '';
    this.drawn = 0;
    this.#left = undefined;
    this.#compared = undefined;
  }

  async #compare(batch: Batch): Promise<void> {
    const { replayed } = batch;
    if (!replayed) return;
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.state = 'running';
    this.progress = undefined;
    try {
      const result = await ask({ do: 'replay', of: replayed }, signal, (progress) => {
        if (!signal.aborted) this.progress = progress;
      });
      if (signal.aborted) return;
      this.result = result;
      this.lists = result.digest.lists;
      this.state = 'done';
    } catch (error) {
      if (this.#abort.signal !== signal) return; // something else is compared by now
      this.state = signal.aborted ? 'cancelled' : 'failed';
      this.#problem = error instanceof DeltoidError ? error.message : '';
    }
  }

  async #ask<L extends ListName>(asked: Asked<L>): Promise<void> {
    const { result } = this;
    if (!result) return;
    this.asked = { ...this.asked, [asked.list]: asked };
    try {
      const rows = await ask(
        { do: 'replay-rows', report: result.report, asked: asked as Asked },
        this.#abort.signal,
      );
      // Unless something newer was asked meanwhile.
      if (this.result !== result || this.asked[asked.list] !== (asked as unknown) || !this.lists) return;
      this.lists = { ...this.lists, [asked.list]: rows };
    } catch {
      if (this.result === result && !this.#abort.signal.aborted) this.#problem = said.failed;
    }
  }

  #showLines(kind: Kind, only?: Only): void {
    const jumps = only !== undefined && only !== this.only;
    this.kind = kind;
    this.only = only;
    this.#askLines();
    if (!jumps) return;
    void this.updateComplete.then(() => {
      const lines = this.renderRoot.querySelector<HTMLElement>('#lines');
      lines?.focus({ preventScroll: true });
      lines?.scrollIntoView({ block: 'start' });
    });
  }

  #askLines(): void {
    const { kind, only, injections } = this;
    if (kind === 'alarms') {
      void this.#ask({ ...firstAsked.false_alarms, where: only ? { rule: only.key ?? '' } : {} });
      return;
    }
    const where: Asked<'denials'>['where'] = { caught: kind === 'caught' };
    if (injections) where.class = 'injection';
    void this.#ask({ ...firstAsked.denials, where: only ? { ...where, [only.by]: only.key } : where });
  }

  #showPayer(key: string): void {
    this.payer = key;
    const [payer_class = '', payer = ''] = key.split('\t');
    if (key) void this.#ask({ list: 'by_payer_month', where: { payer, payer_class }, most: 600 });
  }

  #showIdentifiers(): void {
    this.identifiers = !this.identifiers;
    this.status = '';
  }

  /** The claims of the rows in the work queue, one of them in the form. */
  #open(rows: readonly ClaimPlace[], at: number, name: string): void {
    const { claims } = this.batch ?? {};
    if (!claims) return;
    const where = rows.flatMap(({ file, claim_index }) => [claims.files.indexOf(file), claim_index]);
    this.#left = (this.renderRoot as ShadowRoot).activeElement as HTMLElement;
    const open = { at, back: said.back };
    const detail: Picked = { by: 'rule', key: '', name, where: Uint32Array.from(where), open };
    this.dispatchEvent(new CustomEvent('pick-part', { detail }));
  }

  async #save(table: Table | undefined): Promise<void> {
    const { result, identifiers, asked } = this;
    if (!result) return;
    const where = table && table in asked ? asked[table as ListName].where : {};
    try {
      const content = await ask(
        { do: 'save-replay', report: result.report, table, where, identifiers },
        this.#abort.signal,
      );
      const parts = [said.stem, table?.replaceAll(/[._]/g, '-')].filter(Boolean);
      const name = `${parts.join('-')}.${table ? 'csv' : 'json'}`;
      save(content, name);
      this.status = said.saved(name, showBytes(content.size));
    } catch {
      if (this.result === result) this.status = said.notSaved;
    }
  }
}

/** A few of them, and how many there are besides. */
function namesOf(names: readonly string[]): string {
  const more = names.length - mostNotices;
  return [...names.slice(0, mostNotices), ...(more > 0 ? [`+${more}`] : [])].join(' · ');
}

customElements.define('deltoid-remittances', DeltoidRemittances);
