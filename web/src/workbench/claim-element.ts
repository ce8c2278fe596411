// SPDX-License-Identifier: Apache-2.0
// <deltoid-batch-claim>: one claim of a batch in the form, with what only the batch knows of it above.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { DeltoidChecker } from '../checker/checker-element.js';
import { pathFrom } from '../claim/fix-path.js';
import type { Claim } from '../claim/model.js';
import { isSameClaim } from '../claim/same-claim.js';
import { files837 } from '../corrected/plan.js';
import { DeltoidError } from '../engine/problems.js';
import { type Company, type Correction, companyOf, correctionOf } from '../findings/correction.js';
import type { Finding } from '../findings/model.js';
import { isProblem, keyOf, verdictOfFinding } from '../findings/verdict.js';
import { showCents } from '../formats/money.js';
import { claimViewStyles } from '../styles/claim-view.js';
import { controlStyles } from '../styles/controls.js';
import { findingStyles } from '../styles/finding.js';
import { tokenStyles } from '../styles/tokens.js';
import { nameOfClaim, nameOfPayer } from '../table/queue-columns.js';
import { findingDetails } from '../view/finding-details.js';
import { verdictBadge } from '../view/icons.js';
import { words } from '../words/index.js';
import type { Batch } from './batch.js';
import { ClaimTools } from './claim-tools.js';

const said = words.queue.claim;

type State = 'opening' | 'open' | 'changed' | 'gone' | 'failed';

export class DeltoidBatchClaim extends LitElement {
  static override styles = [tokenStyles, controlStyles, findingStyles, claimViewStyles];

  @property({ attribute: false }) batch!: Batch;
  /** Row of the batch's claims. */
  @property({ attribute: false }) row = -1;
  /** Where it stands in the queue. */
  @property({ attribute: false }) position = 0;
  @property({ attribute: false }) count = 0;
  /** Counts the batch's changes. */
  @property({ attribute: false }) changes = 0;
  /** What the way back is called, where it does not lead to the queue. */
  @property() back = '';

  @state() private state: State = 'opening';
  @query('deltoid-checker') private checker?: DeltoidChecker;
  readonly #tools = new ClaimTools(this, () => this.checker);
  #problem = '';
  #company: Company = { standing: [], answered: new Set(), answeredFindings: [] };
  /** As the file has it. */
  #filed: Claim = {};
  #following = false;

  /** The first thing that asks for something, for F8 from outside the form. */
  focusProblem(): void {
    const first = this.state === 'open' ? this.checker?.findings.find(isProblem) : undefined;
    if (first) this.checker?.focusFinding(keyOf(first));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('row') || changed.has('batch')) void this.#load(this.batch, this.row);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { batch, row, state } = this;
    if (row < 0) return nothing;
    const { claims } = batch;
    const corrected = claims.corrections.has(row);
    return html`<article aria-label=${said.title(nameOfClaim(claims, row))}>
      <nav class="steps" aria-label=${words.queue.label}>
        <button type="button" class="quiet" @click=${() => this.#tell('back')}>‹ ${this.back || said.back}</button>
        <span class="walk">
          <span class="hint" role="status">${said.place(this.position + 1, this.count)}</span>
          <button type="button" class="quiet" ?disabled=${this.position <= 0} @click=${() => this.#tell('previous')}>
            ${said.previous}
          </button>
          <button type="button" class="quiet" ?disabled=${this.position >= this.count - 1} @click=${() => this.#tell('next')}>
            ${said.next}
          </button>
        </span>
      </nav>
      <header>
        <h1 tabindex="-1">${said.title(nameOfClaim(claims, row))}</h1>
        ${verdictBadge(claims.verdict(row))}
        <p class="facts">${this.#facts().join(' · ')}</p>
        <span class="tools">
          ${corrected ? html`<button type="button" class="quiet" @click=${() => this.#takeBack()}>${said.asInFile}</button>` : nothing}
          <button type="button" class="quiet" @click=${() => this.#tell('ignore')}>
            ${claims.ignored.has(row) ? words.queue.restore : words.queue.ignore}
          </button>
        </span>
      </header>
      ${corrected ? html`<p class="hint">${this.#kept()}</p>` : nothing} ${this.#fromBatch()}
      ${state === 'opening' ? html`<p class="notice" role="status">${said.opening}</p>` : nothing}
      ${state === 'changed' || state === 'gone' || state === 'failed' ? this.#notOpened() : nothing}
      <deltoid-checker
        ?hidden=${state !== 'open'}
        .profile=${batch.settings.profile?.value}
        .tables=${batch.packs}
        @deltoid-check=${this.#onCheck} @deltoid-clear=${() => this.#takeBack()}>${this.#tools.view()}</deltoid-checker>
    </article>`;
  }

  /** Where the correction goes from here. */
  #kept(): string {
    const { claims } = this.batch;
    if (!files837(this.batch).some(({ name }) => name === claims.file(this.row))) return said.kept;
    return claims.corrections.get(this.row)?.byHand ? words.corrected.keptByHand : words.corrected.keptByFix;
  }

  #facts(): string[] {
    const { claims, today } = this.batch;
    const last = claims.lastDay(this.row);
    const left = last === undefined ? undefined : last - today;
    const risk = claims.risk(this.row);
    return [
      risk > 0 ? said.atRisk(showCents(risk)) : '',
      nameOfPayer(claims, claims.payer(this.row)),
      left === undefined ? '' : left < 0 ? said.passed : said.left(said.days(left)),
      said.inFile(claims.file(this.row), claims.index(this.row) + 1),
    ].filter(Boolean);
  }

  #fromBatch(): TemplateResult | typeof nothing {
    const { standing, answeredFindings } = this.#company;
    if (this.state !== 'open') return this.#group(said.inBatch, '', this.batch.findingsOf(this.row));
    return html`${this.#group(said.inBatch, said.inBatchHint, standing)}
    ${this.#group(said.answered, said.answeredHint, answeredFindings)}`;
  }

  #group(title: string, hint: string, findings: Finding[]): TemplateResult | typeof nothing {
    const shown = findings.filter((finding) => isProblem(finding));
    if (shown.length === 0 || this.state === 'opening') return nothing;
    return html`<section class="beside" aria-label=${title}>
      <h2>${title}</h2>
      ${hint ? html`<p class="hint">${hint}</p>` : nothing}
      <ul>
        ${shown.map(
          (finding) => html`<li class="finding">
            ${verdictBadge(verdictOfFinding(finding))}
            <p class="message" lang="en">${finding.message}</p>
            <p class="why" lang="en">${finding.why}</p>
            ${this.#partners(finding)}
            <details>
              <summary>${words.findings.why}</summary>
              ${findingDetails(finding)}
            </details>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  /** The other claims that a finding rests on, each a way there. */
  #partners({ other_claims, file }: Finding): TemplateResult | typeof nothing {
    const rows = new Set(
      other_claims.map((other) => this.batch.claims.find(other.file ?? file ?? '', other.claim_index)),
    );
    rows.delete(-1);
    rows.delete(this.row);
    if (rows.size === 0) return nothing;
    return html`<p class="partners">
      ${[...rows].slice(0, 8).map(
        (row) => html`<button type="button" class="link" @click=${() => this.#tell('other', row)}>
          ${said.openOther(nameOfClaim(this.batch.claims, row))}
        </button>`,
      )}
    </p>`;
  }

  #notOpened(): TemplateResult {
    const message =
      this.state === 'changed' ? said.changed : this.state === 'gone' ? said.gone : this.#problem;
    return html`<p class="notice problem" role="alert">${message}</p>`;
  }

  async #load(batch: Batch, row: number): Promise<void> {
    this.#following = false;
    this.state = 'opening';
    this.#company = { standing: [], answered: new Set(), answeredFindings: [] };
    if (row < 0) return;
    void this.updateComplete.then(() => this.#focusTitle()); // so that keys are heard while it is fetched
    const current = (): boolean => this.row === row && this.batch === batch;
    try {
      const filed = await batch.claimAsFiled(row);
      if (!current()) return;
      if (filed) await this.#put(batch, row, filed, current);
      else this.state = 'gone';
    } catch (error) {
      if (current()) this.#fail(error);
    }
  }

  /** First the claim as the file has it, to learn what the batch knows beyond; then as it was corrected. */
  async #put(batch: Batch, row: number, filed: Claim, current: () => boolean): Promise<void> {
    await this.updateComplete;
    const { checker } = this;
    if (!checker) return;
    checker.begin(filed, pathFrom(filed));
    const alone = await checker.check();
    if (!current()) return;
    this.#filed = filed;
    this.#company = companyOf(batch.findingsOf(row), alone?.findings ?? []);
    const correction = batch.claims.corrections.get(row);
    if (correction) {
      checker.begin(correction.claim, correction.path ?? pathFrom(filed));
      await checker.check();
      if (!current()) return;
    }
    this.state = 'open';
    await this.updateComplete;
    if (!current()) return;
    this.#following = true;
    const first = checker.findings.find(isProblem);
    if (first && this.offsetWidth > 900) checker.focusFinding(keyOf(first));
    else this.#focusTitle();
  }

  #focusTitle(): void {
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }

  #fail(error: unknown): void {
    const [problem] = error instanceof DeltoidError ? error.problems : [];
    this.state = problem?.reason === 'changed' ? 'changed' : 'failed';
    this.#problem = problem?.message ?? String(error);
  }

  /** The form's Clear, too: a claim of a file is not to vanish under the hand. */
  #takeBack(): void {
    this.checker?.begin(this.#filed, pathFrom(this.#filed));
  }

  /** Every check of the form: what it comes to is the row's new state. */
  readonly #onCheck = (): void => {
    const { checker, batch, row } = this;
    if (!checker || !this.#following) return;
    const { value } = checker;
    const same = isSameClaim(value, this.#filed);
    const before = batch.claims.corrections.get(row);
    if (same && !before) return;
    const checked = (checker.summary?.injection_claims ?? 0) > 0;
    const correction = (): Correction =>
      correctionOf(value, checker.findings, this.#company, checked, checker.checkedWith.path);
    batch.correct(row, same ? undefined : correction());
  };

  #tell(type: 'back' | 'next' | 'previous' | 'ignore' | 'other', row = this.row): void {
    this.dispatchEvent(new CustomEvent(`claim-${type}`, { detail: row }));
  }
}

customElements.define('deltoid-batch-claim', DeltoidBatchClaim);
