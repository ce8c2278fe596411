// SPDX-License-Identifier: Apache-2.0
// <deltoid-checker>: the form of one claim with its findings beside it. Portals embed it; our own page uses it too.
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { boxOf } from '../claim/boxes.js';
import {
  asksForValue,
  type ChartAnswer,
  type ChartAnswers,
  needsChart,
  questionKey,
  withAnswer,
} from '../claim/chart-answers.js';
import { blankClaim, hasCodes, withoutBlankEnd } from '../claim/claims.js';
import { ClaimEditor } from '../claim/editor.js';
import type { KnownCodes } from '../claim/known-codes.js';
import type { Claim, PayerClass } from '../claim/model.js';
import { valueAt } from '../claim/pointer.js';
import type { Suggestion } from '../claim/suggestions.js';
import { knownCodes } from '../engine/assets.js';
import type { ClaimEngine, ClaimResult, TablePack } from '../engine/claim-engine.js';
import { DeltoidError } from '../engine/problems.js';
import { dropClaimEngine, sharedClaimEngine } from '../engine/shared-claim-engine.js';
import type { Finding, Fix, Summary } from '../findings/model.js';
import { isProblem, keyOf } from '../findings/verdict.js';
import { localDay } from '../formats/dates.js';
import { checkerStyles } from '../styles/checker.js';
import { controlStyles } from '../styles/controls.js';
import { findingStyles } from '../styles/finding.js';
import { findingsPaneStyles } from '../styles/findings-pane.js';
import { formStyles } from '../styles/form.js';
import { tokenStyles } from '../styles/tokens.js';
import { words } from '../words/index.js';
import type { CheckerView, EngineState, Suggesting } from './checker-view.js';
import { type Box, idOf } from './field-view.js';
import { findingsView, totalsView } from './findings-view.js';
import { formView } from './form-view.js';
import { handleKey } from './keys.js';
import { WorkedOff } from './worked-off.js';

/** Counts are told to screen readers when the fingers rest, never at every key. */
const restBeforeStatus = 900;

export class DeltoidChecker extends LitElement implements CheckerView {
  static readonly formAssociated = true;
  static override styles = [
    tokenStyles,
    controlStyles,
    findingStyles,
    formStyles,
    findingsPaneStyles,
    checkerStyles,
  ];

  /** Kind of payer when the claim does not say one. */
  @property({ attribute: 'payer-class' }) payerClass: PayerClass | '' = '';
  @property({ type: Boolean, attribute: 'readonly' }) readOnly = false;
  /** The day the check is made for; the local day if absent. */
  @property({ attribute: 'as-of' }) asOf = '';
  /** A payer profile, or the name of a built-in one. */
  @property({ attribute: false }) profile: object | string | undefined;
  /** Table packs, over the built-in ones. */
  @property({ attribute: false }) tables: (File | Uint8Array)[] = [];

  @state() engineState: EngineState = 'starting';
  engineProblem = '';
  @state() activeKey = '';
  @state() asking = '';
  @state() suggesting: Suggesting | undefined;
  @state() codes: KnownCodes | undefined;
  @state() stripOpen = false;
  @state() diagnosisBoxes = 2;
  @state() private openLines: ReadonlySet<number> = new Set();
  @state() private status = '';

  findings: Finding[] = [];
  summary: Summary | undefined;
  tied: ReadonlyMap<string, Finding[]> = new Map();
  readonly drafts = new Map<string, string>();
  readonly workedOff = new WorkedOff();

  readonly #internals = this.attachInternals();
  readonly #editor = new ClaimEditor(() => this.#schedule());
  #engine: ClaimEngine | undefined;
  #packs: TablePack[] = [];
  #frame = 0;
  #byFix = false;
  #statusTimer = 0;

  /** The claim, as contract JSON has it. Setting it begins afresh: nothing of the last one can be had back. */
  get value(): Claim {
    return withoutBlankEnd(this.#editor.claim);
  }

  set value(claim: Claim) {
    this.drafts.clear();
    this.workedOff.clear();
    this.asking = '';
    this.suggesting = undefined;
    this.openLines = new Set();
    this.diagnosisBoxes = Math.max(2, (claim.diagnoses ?? []).length);
    this.#editor.load(claim);
  }

  get claim(): Claim {
    return this.#editor.claim;
  }

  get answers(): ChartAnswers {
    return this.#editor.answers;
  }

  get activeBox(): string {
    const finding = this.findings.find((one) => keyOf(one) === this.activeKey);
    return finding ? boxOf(finding) : '';
  }

  get today(): string {
    return this.asOf || localDay();
  }

  get canUndo(): boolean {
    return this.#editor.canUndo;
  }

  get canRedo(): boolean {
    return this.#editor.canRedo;
  }

  /** Checks the claim as it stands now. */
  async check(): Promise<ClaimResult | undefined> {
    if (this.#engine) this.#flush();
    else await this.#start();
    await this.updateComplete;
    return this.summary ? { findings: this.findings, summary: this.summary } : undefined;
  }

  /** Puts the first claim of a JSON file into the form. */
  async open(file: Blob): Promise<void> {
    const parsed = JSON.parse(await file.text()) as Claim | Claim[] | { claims: Claim[] };
    const list = 'claims' in parsed && Array.isArray(parsed.claims) ? parsed.claims : parsed;
    const claim = Array.isArray(list) ? list[0] : (list as Claim);
    if (claim) this.value = claim;
  }

  /** Empties the form and lets go of the engine's memory. */
  clear(): void {
    dropClaimEngine();
    this.#engine = undefined;
    this.value = blankClaim();
    this.findings = [];
    this.summary = undefined;
    this.tied = new Map();
    void this.#start();
    this.dispatchEvent(new CustomEvent('deltoid-clear', { bubbles: true, composed: true }));
    this.focusBox('/payer/class');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#statusTimer);
    this.#frame = 0;
  }

  formResetCallback(): void {
    this.value = blankClaim();
  }

  formDisabledCallback(disabled: boolean): void {
    this.readOnly = disabled;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('tables') && (this.tables.length > 0 || this.#packs.length > 0)) void this.#readTables();
    if (!changed.has('payerClass') && !changed.has('asOf') && !changed.has('profile')) return;
    if (this.engineState === 'failed') void this.#start();
    else this.#schedule();
  }

  protected override render(): TemplateResult {
    return html`<div
      class="checker"
      @keydown=${this.#onKey}
      @focusin=${this.#onFocus}
    >
      ${totalsView(this)} ${formView(this)} ${findingsView(this)}
      <p class="visually-hidden" role="status">${this.status}</p>
    </div>`;
  }

  // What the views call.

  readonly onInput = (event: Event): void => {
    const box = event.target as Box;
    const pointer = box.dataset.pointer ?? '';
    const typed = box.fieldKind.tidy?.(box.value) ?? box.value;
    const atEnd = box instanceof HTMLInputElement && box.selectionStart === box.value.length;
    if (box.value !== typed) {
      box.value = typed;
      if (atEnd) box.setSelectionRange(typed.length, typed.length);
    }
    if (box instanceof HTMLInputElement) this.drafts.set(pointer, typed);
    this.#put(pointer, box.fieldKind.read(typed));
    this.suggest(pointer, box.suggest?.(typed) ?? []);
  };

  readonly onLeave = (event: Event): void => {
    const box = event.target as Box;
    const pointer = box.dataset.pointer ?? '';
    const typed = this.drafts.get(pointer);
    this.suggesting = undefined;
    if (typed === undefined) return;
    this.drafts.delete(pointer);
    // A date that is none yet is kept as typed, for the rules to say so.
    if (typed.trim() !== '' && box.fieldKind.read(typed) === '') this.#put(pointer, typed.trim());
    this.requestUpdate();
  };

  focusBox(pointer: string): void {
    const behindMore = /^\/lines\/(\d+)\/(from|ndc|documentation|note)\b/.exec(pointer);
    if (behindMore) this.openLines = new Set(this.openLines).add(Number(behindMore[1]));
    const find = (): HTMLElement | null => this.renderRoot.querySelector(`#${CSS.escape(idOf(pointer))}`);
    void this.updateComplete.then(() => {
      const box = find() ?? this.renderRoot.querySelector<HTMLElement>('[data-pointer]');
      for (let around = box?.closest('details'); around; around = around.parentElement?.closest('details'))
        around.open = true;
      box?.focus();
      if (box instanceof HTMLInputElement) box.select();
    });
  }

  focusFinding(key: string): void {
    this.stripOpen = true;
    this.activeKey = key;
    void this.updateComplete.then(() => {
      const item = this.renderRoot.querySelector<HTMLElement>(`li[data-key="${CSS.escape(key)}"]`);
      (item ?? this.renderRoot.querySelector<HTMLElement>('.findings'))?.focus({ preventScroll: true });
      item?.scrollIntoView({ block: 'nearest' });
    });
  }

  takeFix(finding: Finding, fix: Fix): void {
    this.activeKey = keyOf(finding);
    if (asksForValue(fix)) this.#typeFix(finding, fix);
    else if (needsChart(fix)) {
      this.stripOpen = true;
      this.asking = questionKey(this.claim, finding, fix);
      this.#focusAsked('.question .yes');
    } else this.#apply(finding, fix, this.answers);
  }

  answer(finding: Finding, fix: Fix, yes: boolean): void {
    const key = questionKey(this.claim, finding, fix);
    const answers = withAnswer(this.answers, { key, finding, fix, yes });
    this.asking = '';
    if (yes) {
      this.#apply(finding, fix, answers);
      return;
    }
    this.#editor.answer(answers);
    this.focusFinding(keyOf(finding));
  }

  askAgain({ key, finding }: ChartAnswer): void {
    this.#editor.answer(this.answers.filter((one) => one.key !== key));
    this.focusFinding(keyOf(finding));
  }

  stopAsking(): void {
    this.asking = '';
    this.#focusAsked('.finding.active .fix');
  }

  suggest(pointer: string, items: Suggestion[], at = -1): void {
    this.suggesting = items.length > 0 ? { pointer, items, at } : undefined;
  }

  choose({ value, also = [] }: Suggestion): void {
    const pointer = this.suggesting?.pointer ?? '';
    this.suggesting = undefined;
    this.drafts.delete(pointer);
    this.#editor.choose([[pointer, value], ...also]);
    this.focusBox(pointer);
  }

  addDiagnosis(): void {
    this.focusBox(`/diagnoses/${this.diagnosisBoxes++}`);
  }

  addLine(after: number): void {
    this.#editor.addLine(after);
    this.#moveTo(after + 1);
  }

  duplicateLine(index: number): void {
    this.#editor.duplicateLine(index);
    this.#moveTo(index + 1);
  }

  deleteLine(index: number): void {
    this.#editor.deleteLine(index);
    this.#moveTo(Math.min(index, this.#editor.lines.length - 1));
  }

  undo(): void {
    if (this.canUndo) this.#travel(words.findings.undone, () => this.#editor.undo());
  }

  redo(): void {
    if (this.canRedo) this.#travel(words.findings.redone, () => this.#editor.redo());
  }

  isLineOpen(index: number): boolean {
    return this.openLines.has(index);
  }

  toggleLine(index: number): void {
    const open = new Set(this.openLines);
    if (!open.delete(index)) open.add(index);
    this.openLines = open;
  }

  toggleStrip(): void {
    this.stripOpen = !this.stripOpen;
    if (this.stripOpen)
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.findings')?.focus());
  }

  // How it works.

  /** What a person must type has a box: a new one for a diagnosis. */
  #typeFix(finding: Finding, fix: Fix): void {
    const line = fix.line ?? finding.line;
    if (fix.op === 'add_diagnosis') {
      const free = (this.claim.diagnoses ?? []).length;
      this.diagnosisBoxes = Math.max(this.diagnosisBoxes, free + 1);
      this.focusBox(`/diagnoses/${free}`);
    } else if (fix.op === 'set_units')
      this.focusBox(boxOf({ field: `/lines/${(line ?? 1) - 1}/units`, line }));
    else this.focusBox(boxOf({ field: fix.field ?? finding.field, line }));
  }

  #apply(finding: Finding, fix: Fix, answers: ChartAnswers): void {
    const fixed = this.#engine?.apply(this.value, fix);
    if (!fixed) {
      this.#typeFix(finding, fix);
      return;
    }
    this.drafts.clear();
    this.#byFix = true;
    this.#editor.replace(fixed, answers);
    this.#flush();
    this.focusFinding(keyOf(this.findings.find(isProblem) ?? finding));
  }

  #focusAsked(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  #travel(told: string, step: () => void): void {
    this.drafts.clear();
    this.suggesting = undefined;
    this.asking = '';
    step();
    this.status = told;
  }

  #put(pointer: string, value: unknown): void {
    const lineDay = /^(\/lines\/\d+)\/from$/.exec(pointer)?.[1];
    if (pointer === '/day') this.#editor.typeDay(String(value));
    else if (lineDay)
      this.#editor.type(lineDay, { ...(valueAt(this.claim, lineDay) as object), from: value, to: value });
    else this.#editor.type(pointer, value);
  }

  #moveTo(line: number): void {
    this.drafts.clear();
    this.#flush();
    this.focusBox(`/lines/${line}/code`);
  }

  async #start(): Promise<void> {
    try {
      this.#engine = await sharedClaimEngine();
      this.engineState = 'ready';
      void knownCodes().then((codes) => {
        this.codes = codes;
      });
    } catch (error) {
      this.#fail(error);
    }
    this.#flush();
  }

  /** The engine could not start, would not take the options, or stopped. Nothing that was typed is lost. */
  #fail(error: unknown): void {
    if (!(error instanceof DeltoidError)) dropClaimEngine();
    this.#engine = undefined;
    this.engineState = 'failed';
    this.engineProblem = error instanceof DeltoidError ? error.message : '';
  }

  async #readTables(): Promise<void> {
    const packs = this.tables.map(async (table, at): Promise<TablePack> => {
      if (table instanceof Uint8Array) return { name: `tables-${at + 1}`, bytes: table };
      return { name: table.name, bytes: new Uint8Array(await table.arrayBuffer()) };
    });
    this.#packs = await Promise.all(packs);
    if (this.engineState === 'failed') await this.#start();
    else this.#schedule();
  }

  /** Checks at the next frame, however many keys come before it. */
  #schedule(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#flush());
  }

  #flush(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    try {
      if (this.#engine) this.#run(this.#engine);
    } catch (error) {
      this.#fail(error);
    }
    this.#byFix = false;
    this.requestUpdate();
  }

  #run(engine: ClaimEngine): void {
    const claim = this.value;
    const options = { payer: this.payerClass || undefined, profile: this.profile, asOf: this.today };
    const result = hasCodes(claim) ? engine.check(claim, options, this.#packs) : undefined;
    this.findings = result?.findings ?? [];
    this.summary = result?.summary;
    this.tied = Map.groupBy(this.findings, boxOf);
    this.workedOff.update(this.findings, this.#byFix);
    this.diagnosisBoxes = Math.max(this.diagnosisBoxes, (claim.diagnoses ?? []).length);
    this.#tell(claim);
  }

  /** Tells the form around us, the listeners and, when the fingers rest, the screen reader. */
  #tell(claim: Claim): void {
    const problems = this.findings.filter(({ level }) => level !== 'info');
    const worst = problems.find(({ level }) => level === 'error');
    this.#internals.setFormValue(JSON.stringify(claim));
    if (worst)
      this.#internals.setValidity(
        { customError: true },
        worst.message,
        this.renderRoot.querySelector('input') ?? undefined,
      );
    else this.#internals.setValidity({});
    const detail = { findings: this.findings, summary: this.summary };
    this.dispatchEvent(new CustomEvent('deltoid-check', { detail, bubbles: true, composed: true }));
    clearTimeout(this.#statusTimer);
    this.#statusTimer = window.setTimeout(() => {
      this.status = hasCodes(claim) ? words.findings.status(problems.length) : '';
    }, restBeforeStatus);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const box = (event.target as HTMLElement).dataset.pointer ?? '';
    if (handleKey(this, event, box)) event.preventDefault();
  };

  readonly #onFocus = (event: FocusEvent): void => {
    const target = event.target as HTMLElement;
    const pointer = target.dataset.pointer;
    const [tied] = pointer ? (this.tied.get(pointer) ?? []) : [];
    const key = target.closest<HTMLElement>('li[data-key]')?.dataset.key;
    if (pointer !== undefined) this.activeKey = tied ? keyOf(tied) : '';
    else if (key) this.activeKey = key;
  };
}
