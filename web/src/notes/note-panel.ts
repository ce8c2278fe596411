// SPDX-License-Identifier: Apache-2.0
// The note that was pasted beside the form, what was read out of it, and what a person chose. It lives in this object
// alone and goes when the panel is closed or another claim comes; the engine that read it is gone by then.
import { isBlankLine } from '../claim/claims.js';
import type { KnownCodes } from '../claim/known-codes.js';
import type { Claim, Line } from '../claim/model.js';
import type { CheckOptions } from '../engine/options.js';
import type { Finding } from '../findings/model.js';
import { preferredLines, type Target, targetsOf } from './fitting-lines.js';
import { type Offer, offersOf } from './offers.js';
import { mostOfNote, type NoteReading, type Piece, piecesOf } from './reading.js';

/** What the form lends to it. */
export interface NoteHost {
  readonly claim: Claim;
  readonly codes: KnownCodes | undefined;
  readonly today: string;
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly updateComplete: Promise<unknown>;
  requestUpdate(): void;
  /** Fills fields of a line's administration record, as one step of undo. */
  fillRecord(line: number, values: [field: string, value: string][]): void;
}

/** Findings of a claim; nothing while there is no engine. */
export type TryOut = (claim: Claim, options: CheckOptions) => Finding[] | undefined;

/** `typing`: the note is pasted or changed; `read`: what was read out of it is shown. */
export type NoteState = 'closed' | 'typing' | 'reading' | 'read' | 'failed';

export class NotePanel {
  state: NoteState = 'closed';
  note = '';
  reading: NoteReading | undefined;
  pieces: readonly Piece[] = [];
  /** Key of the value whose words are shown off, as keyOf() makes it. */
  pointed = '';
  /** What was filled last: how many boxes of which line, under which administration. */
  filled: { administration: number; count: number; line: number } | undefined;
  readonly #host: NoteHost;
  readonly #tryOut: TryOut;
  /** The line whose record it was asked for from. */
  #wanted: number | undefined;
  readonly #lines = new Map<number, number | undefined>();
  readonly #picks = new Map<string, string>();
  readonly #contradictions = new Map<string, boolean>();
  #running: AbortController | undefined;

  constructor(host: NoteHost, tryOut: TryOut) {
    this.#host = host;
    this.#tryOut = tryOut;
  }

  /** Opens it, or leads back to it; `line` where it was asked for from a line's record. */
  open(line?: number): void {
    this.#wanted = line;
    if (this.state === 'closed') this.#show('typing');
    this.focus(this.state === 'typing' ? 'textarea' : '.note-text');
  }

  /** Nothing of the note is left. */
  close(): void {
    if (this.state === 'closed') return;
    this.#forget();
    this.note = '';
    this.#wanted = undefined;
    this.#show('closed');
  }

  /** The note is to be changed: what was chosen goes. */
  change(): void {
    this.#forget();
    this.#show('typing');
    this.focus('textarea');
  }

  /** Reads it, beside the page. A note that is longer than the engine reads is cut before it costs anything. */
  async read(note: string): Promise<void> {
    this.#forget();
    this.note = note.slice(0, mostOfNote);
    if (this.note.trim() === '') {
      this.focus('textarea');
      return;
    }
    const running = new AbortController();
    this.#running = running;
    this.#show('reading');
    this.focus('.note-reading');
    try {
      const { ask } = await import('../engine/ask.js');
      const reading = await ask({ do: 'read-note', note: this.note }, running.signal);
      if (this.#running !== running) return;
      this.reading = reading;
      this.pieces = piecesOf(this.note, reading);
      this.#show('read');
      this.focus('.note-found');
    } catch {
      if (this.#running === running) this.#show('failed');
    }
  }

  /** The lines that can take a record. */
  get targets(): Target[] {
    const lines = this.#host.claim.lines ?? [];
    return targetsOf(
      lines.map((line) => (isBlankLine(line) ? {} : line)),
      this.#host.codes,
    );
  }

  /** The line that an administration is offered to; undefined where a person has to choose. */
  lineOf(administration: number): number | undefined {
    const { targets } = this;
    const there = (line: number | undefined): boolean => targets.some(({ index }) => index === line);
    const chosen = this.#lines.get(administration);
    if (this.#lines.has(administration) && (chosen === undefined || there(chosen))) return chosen;
    const all = this.reading?.administrations ?? [];
    if (all.length === 1 && there(this.#wanted)) return this.#wanted;
    return preferredLines(all, targets, (drug, code) => this.#namesAnother(drug, code))[administration];
  }

  chooseLine(administration: number, line: number | undefined): void {
    this.#lines.set(administration, line);
    this.filled = undefined;
    this.#host.requestUpdate();
  }

  /** Does the claim bill drugs, and none of them is the note's? */
  isUnbilled(administration: number): boolean {
    const drug = this.reading?.administrations[administration]?.documentation.drug ?? '';
    const billed = this.targets.filter(({ isDrug }) => isDrug);
    return drug !== '' && billed.length > 0 && billed.every(({ code }) => this.#namesAnother(drug, code));
  }

  /** Does the line bill another drug than the note names? */
  isAnother(administration: number, line: number | undefined): boolean {
    const drug = this.reading?.administrations[administration]?.documentation.drug ?? '';
    const target = this.targets.find(({ index }) => index === line);
    return drug !== '' && target?.isDrug === true && this.#namesAnother(drug, target.code);
  }

  offers(administration: number): Offer[] {
    const one = this.reading?.administrations[administration];
    return one ? offersOf(one, this.#line(this.lineOf(administration))) : [];
  }

  /** What a field is to be filled with; '' when it is to stay as it is. */
  pickOf(administration: number, { field, state, values }: Offer): string {
    const picked = this.#picks.get(this.#pickKey(administration, field));
    if (picked === '' || (picked && values.includes(picked))) return picked;
    return state === 'fills' ? (values[0] ?? '') : '';
  }

  pick(administration: number, { field }: Offer, value: string): void {
    this.#picks.set(this.#pickKey(administration, field), value);
    this.#host.requestUpdate();
  }

  /** What the button fills. */
  picked(administration: number): [field: string, value: string][] {
    return this.offers(administration)
      .filter(({ state }) => state !== 'same' && state !== 'dayless')
      .map((offer): [string, string] => [offer.field, this.pickOf(administration, offer)])
      .filter(([, value]) => value !== '');
  }

  use(administration: number): void {
    const line = this.lineOf(administration);
    const values = this.picked(administration);
    if (line === undefined || values.length === 0) return;
    this.#lines.set(administration, line);
    this.filled = { administration, count: values.length, line };
    for (const [field] of values) this.#picks.delete(this.#pickKey(administration, field));
    this.#host.fillRecord(line, values);
    this.#host.requestUpdate();
    this.focus(`#given-${administration}`);
  }

  /** Shows off the words of a value, and brings them into sight within the note. */
  point(key: string): void {
    if (this.pointed === key) return;
    this.pointed = key;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      const box = this.#host.renderRoot.querySelector<HTMLElement>('.note-text');
      const mark = box?.querySelector<HTMLElement>('mark.pointed');
      if (!box || !mark) return;
      const above = mark.offsetTop - box.offsetTop;
      if (above < box.scrollTop || above + mark.offsetHeight > box.scrollTop + box.clientHeight)
        box.scrollTop = above - box.clientHeight / 2;
    });
  }

  focus(selector: string): void {
    void this.#host.updateComplete.then(() => {
      const found = this.#host.renderRoot.querySelector<HTMLElement>(`.note-panel ${selector}`);
      found?.focus({ preventScroll: true });
      found?.closest('.note-panel, .given')?.scrollIntoView({ block: 'nearest' });
    });
  }

  #line(index: number | undefined): Line | undefined {
    return index === undefined ? undefined : this.#host.claim.lines?.[index];
  }

  /** A choice is made for a line: what stands there was seen. */
  #pickKey(administration: number, field: string): string {
    return `${administration} ${this.lineOf(administration) ?? ''} ${field}`;
  }

  /** The engine's rule on a record that names another drug is asked, with nothing but drug and code. */
  #namesAnother(drug: string, code: string): boolean {
    const day = this.#host.today;
    const key = `${day} ${code} ${drug}`;
    const known = this.#contradictions.get(key);
    if (known !== undefined) return known;
    const lines: Line[] = [
      { code: '96372', from: day },
      { code, from: day, documentation: { drug } },
    ];
    try {
      const found = this.#tryOut({ kind: 'professional', lines }, { asOf: day, select: ['DOC016'] });
      if (found) this.#contradictions.set(key, found.length > 0);
      return (found?.length ?? 0) > 0;
    } catch {
      return false; // an engine that stopped is told of where the claim is checked
    }
  }

  #forget(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.reading = undefined;
    this.pieces = [];
    this.pointed = '';
    this.filled = undefined;
    this.#lines.clear();
    this.#picks.clear();
    this.#contradictions.clear();
  }

  #show(state: NoteState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
