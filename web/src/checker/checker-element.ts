// SPDX-License-Identifier: Apache-2.0
// <deltoid-checker>: the form of one claim with its findings beside it. Portals embed it; our own page uses it too.
import { html, type PropertyValues, type TemplateResult } from 'lit';
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
import type { FixPath } from '../claim/fix-path.js';
import type { KnownCodes } from '../claim/known-codes.js';
import type { Claim, ClaimInput, PayerClass } from '../claim/model.js';
import { valueAt } from '../claim/pointer.js';
import { readClaim } from '../claim/read-claim.js';
import type { Suggestion } from '../claim/suggestions.js';
import { knownCodes } from '../engine/assets.js';
import type { ClaimEngine, TablePack } from '../engine/claim-engine.js';
import { engineFailure } from '../engine/client.js';
import type { CheckOptions } from '../engine/options.js';
import { DeltoidError } from '../engine/problems.js';
import { dropClaimEngine, holdClaimEngine, sharedClaimEngine } from '../engine/shared-claim-engine.js';
import { tablesForForm } from '../engine/tables.js';
import type { Finding, Fix, Summary } from '../findings/model.js';
import { isProblem, keyOf } from '../findings/verdict.js';
import { localDay } from '../formats/dates.js';
import { NotePanel } from '../notes/note-panel.js';
import { languageOf, showAgain, useLanguage, words } from '../words/index.js';
import type { CheckResult, DeltoidCheckerApi, DeltoidCheckerEventMap, TableSource } from './checker-api.js';
import type { CheckerView, EngineState, Suggesting } from './checker-view.js';
import { elementStyles } from './element-styles.js';
import { type Box, idOf } from './field-view.js';
import { FileCheck } from './file-check.js';
import { findingsView, totalsView } from './findings-view.js';
import { FormControl } from './form-control.js';
import { formView } from './form-view.js';
import { handleKey } from './keys.js';
import type { Notice } from './notice.js';
import { profileOfAttribute } from './profile-attribute.js';
import { WorkedOff } from './worked-off.js';

/** Counts are told to screen readers when the fingers rest, never at every key. */
const restBeforeStatus = 900;

/** What it takes and tells, its parts and custom properties stand in checker-api.ts. */
export class DeltoidChecker extends FormControl implements CheckerView, DeltoidCheckerApi {
  static override styles = elementStyles;

  @property({ attribute: 'payer-class' }) payerClass: PayerClass | '' = '';
  @property({ attribute: 'as-of' }) asOf = '';
  @property({ converter: profileOfAttribute }) profile: object | string | null | undefined;

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
  @state() notice: Notice | undefined;

  findings: Finding[] = [];
  summary: Summary | undefined;
  tied: ReadonlyMap<string, Finding[]> = new Map();
  readonly drafts = new Map<string, string>();
  readonly workedOff = new WorkedOff();
  readonly note: NotePanel = new NotePanel(
    this,
    (claim, options) => this.#engine?.check(claim, options).findings,
  );

  readonly #editor = new ClaimEditor(() => this.#schedule());
  readonly #file = new FileCheck({
    say: (notice) => {
      this.notice = notice;
    },
    tell: (name: keyof DeltoidCheckerEventMap, detail: never) => this.#send(name, detail),
  });
  #engine: ClaimEngine | undefined;
  #letGo: (() => void) | undefined;
  #problem: DeltoidError | undefined;
  #given: readonly TableSource[] | null | undefined;
  #packs: readonly TablePack[] = [];
  #packsProblem: unknown;
  #reading: Promise<void> = Promise.resolve();
  #frame = 0;
  #byFix = false;
  #readOnly = false;
  #statusTimer = 0;

  @property({ attribute: false })
  get value(): Claim {
    return structuredClone(this.#claim());
  }

  set value(given: ClaimInput | string | null | undefined) {
    const { claim, left } = readClaim(given);
    if (this.notice?.kind !== 'reading')
      this.notice = left.length > 0 ? { kind: 'left-out', parts: left } : undefined;
    // The same claim again is no new one: undo, drafts and the caret stay.
    if (JSON.stringify(claim) !== JSON.stringify(this.#claim())) this.#load(claim);
  }

  /** Begins afresh with a claim, be it the same as before; for our own page, where each is another one. */
  begin(claim: Claim, path?: FixPath): void {
    this.notice = undefined;
    this.#load(readClaim(claim).claim, path);
  }

  @property({ attribute: false })
  get tables(): readonly TableSource[] | null | undefined {
    return this.#given;
  }

  set tables(given: readonly TableSource[] | null | undefined) {
    this.#given = given;
    const reading: Promise<void> = tablesForForm(given).then(
      (packs) => this.#tablesRead(reading, packs),
      (error: unknown) => this.#tablesRead(reading, [], error),
    );
    this.#reading = reading;
  }

  @property({ type: Boolean, attribute: 'readonly' })
  get readOnly(): boolean {
    return this.#readOnly || this.disabledByForm;
  }

  set readOnly(asked: boolean) {
    this.#readOnly = Boolean(asked);
  }

  /** For views of our own page that check the same claim elsewhere, or write its fixes into its file. */
  get checkedWith(): { options: CheckOptions; tables: readonly TablePack[]; path?: FixPath | undefined } {
    return { options: this.#options(), tables: this.#packs, path: this.#editor.path };
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

  async check(): Promise<CheckResult> {
    await this.#reading;
    if (this.#engine) this.#flush();
    else await this.#start();
    await this.updateComplete;
    if (this.#problem) throw this.#problem;
    return structuredClone({ findings: this.findings, summary: this.summary });
  }

  async open(file: Blob, { signal }: { signal?: AbortSignal } = {}): Promise<CheckResult> {
    const call = { ...this.#options(), tables: this.#given ?? [], signal };
    const { findings, summary, first } = await this.#file.open(file, call);
    if (first !== undefined) this.#load(readClaim(first).claim);
    return { findings, summary };
  }

  cancelFile(): void {
    this.#file.cancel();
  }

  clear(): void {
    this.#file.end();
    dropClaimEngine();
    this.#load(blankClaim());
    this.notice = undefined;
    this.findings = [];
    this.summary = undefined;
    this.tied = new Map();
    this.#send('deltoid-clear', null);
    this.focusBox('/payer/class');
  }

  override focus(): void {
    this.focusBox('/payer/class');
  }

  static override get observedAttributes(): string[] {
    // biome-ignore lint/complexity/noThisInStatic: Lit's own list is made for this class
    return [...super.observedAttributes, 'lang'];
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    super.attributeChangedCallback(name, before, value);
    if (name === 'lang') void this.#speak(value ?? '');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#letGo = holdClaimEngine(() => this.#engineDropped());
    void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#statusTimer);
    this.note.close();
    this.#frame = 0;
    this.#letGo?.();
    this.#engine = undefined;
  }

  formResetCallback(): void {
    this.notice = undefined;
    this.#load(blankClaim());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('payerClass') && !changed.has('asOf') && !changed.has('profile')) return;
    if (this.engineState === 'failed') void this.#start();
    else this.#schedule();
  }

  protected override render(): TemplateResult {
    return html`<div
      class="checker"
      lang=${words.language}
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

  fillRecord(line: number, values: [field: string, value: string][]): void {
    this.drafts.clear();
    this.#editor.choose(values.map(([field, value]) => [`/lines/${line}/documentation/${field}`, value]));
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
    this.#editor.replace(fixed, answers, { rule: finding.rule, line: finding.line, fix });
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

  /** The claim as it goes to engine and host. */
  #claim(): Claim {
    return withoutBlankEnd(this.#editor.claim);
  }

  /** The language is the document's: of several forms with a `lang` the last one to be set wins. */
  async #speak(lang: string): Promise<void> {
    await useLanguage(languageOf(lang));
    this.requestUpdate();
    showAgain(this.renderRoot);
  }

  /** Another claim altogether: nothing of the last one can be had back. */
  #load(claim: Claim, path?: FixPath): void {
    this.drafts.clear();
    this.note.close();
    this.workedOff.clear();
    this.asking = '';
    this.suggesting = undefined;
    this.openLines = new Set();
    this.diagnosisBoxes = Math.max(2, (claim.diagnoses ?? []).length);
    this.#editor.load(claim, path);
  }

  #options(): CheckOptions {
    return { payer: this.payerClass || undefined, profile: this.profile ?? undefined, asOf: this.today };
  }

  async #start(): Promise<void> {
    await this.#reading;
    try {
      if (this.#packsProblem) throw this.#packsProblem;
      this.#engine = await sharedClaimEngine();
      this.engineState = 'ready';
      void knownCodes().then((codes) => {
        this.codes = codes;
      });
      this.#problem = undefined;
    } catch (error) {
      this.#fail(error);
    }
    this.#flush();
  }

  /** Another form was cleared, or its engine stopped: its memory goes when we, too, let go of it. */
  #engineDropped(): void {
    if (this.engineState === 'failed') return;
    this.#engine = undefined;
    void this.#start();
  }

  #tablesRead(reading: Promise<void>, packs: readonly TablePack[], error?: unknown): void {
    if (reading !== this.#reading) return; // others were given since
    this.#packs = packs;
    this.#packsProblem = error;
    if (error) this.#fail(error);
    else if (this.engineState === 'failed') void this.#start();
    else this.#schedule();
  }

  /** The engine could not start, would not take the options, or stopped. Nothing that was typed is lost. */
  #fail(error: unknown): void {
    this.#engine = undefined;
    this.engineState = 'failed';
    this.engineProblem = error instanceof DeltoidError ? error.message : '';
    this.#problem = error instanceof DeltoidError ? error : engineFailure(String(error));
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
      else this.#give();
    } catch (error) {
      this.#fail(error);
      if (!(error instanceof DeltoidError)) dropClaimEngine();
    }
    this.#byFix = false;
    this.requestUpdate();
  }

  #run(engine: ClaimEngine): void {
    const claim = this.#claim();
    const result = hasCodes(claim) ? engine.check(claim, this.#options(), this.#packs) : undefined;
    const known = new Set(this.findings.map(keyOf));
    this.findings = result?.findings ?? [];
    this.summary = result?.summary;
    this.#editor.checked(this.findings, (before, fix) => engine.apply(before, fix));
    this.tied = Map.groupBy(this.findings, boxOf);
    this.workedOff.update(this.findings, this.#byFix);
    this.diagnosisBoxes = Math.max(this.diagnosisBoxes, (claim.diagnoses ?? []).length);
    this.#give();
    this.#tell(this.findings.filter((finding) => !known.has(keyOf(finding))));
  }

  /** The form around us gets the claim, and what stands against it. */
  #give(): void {
    const worst = this.#engine && this.findings.find(({ level }) => level === 'error');
    this.giveToForm(JSON.stringify(this.#claim()), worst?.message, worst && this.#anchor(worst));
  }

  /** The box to which the browser leads when the form around us cannot be sent. */
  #anchor(finding: Finding): HTMLElement | undefined {
    const box = this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(idOf(boxOf(finding)))}`);
    return (box?.checkVisibility() ? box : this.renderRoot.querySelector('input')) ?? undefined;
  }

  /** Tells the listeners and, when the fingers rest, the screen reader. */
  #tell(fresh: Finding[]): void {
    for (const finding of fresh) this.#send('deltoid-finding', finding);
    this.#send('deltoid-check', { findings: this.findings, summary: this.summary });
    clearTimeout(this.#statusTimer);
    this.#statusTimer = window.setTimeout(() => {
      const problems = this.findings.filter(isProblem).length;
      this.status = hasCodes(this.claim) ? words.findings.status(problems) : '';
    }, restBeforeStatus);
  }

  /** Listeners get a copy: what they do to it is theirs. */
  #send<Name extends keyof DeltoidCheckerEventMap>(
    name: Name,
    detail: DeltoidCheckerEventMap[Name]['detail'],
  ): void {
    const init = { detail: structuredClone(detail), bubbles: true, composed: true };
    this.dispatchEvent(new CustomEvent(name, init));
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
