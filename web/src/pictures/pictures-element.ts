// SPDX-License-Identifier: Apache-2.0
// <deltoid-pictures>: a batch in four pictures: how many claims are clean, and where the money at risk lies. A bar is a
// filter: choosing one shows its findings. The sums are made in the worker when the pictures are first looked at.
import { html, LitElement, nothing, type PropertyValues, svg, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { KnownCode } from '../claim/known-codes.js';
import { ask } from '../engine/ask.js';
import { knownCodes } from '../engine/assets.js';
import { showCents } from '../formats/money.js';
import { showCount } from '../formats/numbers.js';
import { catalogue } from '../rules/catalogue.js';
import { controlStyles } from '../styles/controls.js';
import { findingStyles } from '../styles/finding.js';
import { pictureStyles } from '../styles/pictures.js';
import { tokenStyles } from '../styles/tokens.js';
import { verdictIcon } from '../view/icons.js';
import { words } from '../words/index.js';
import type { Batch } from '../workbench/batch.js';
import { chartView, percent, percentText } from './bars-view.js';
import { type Part, severalDrugs, type Tally } from './tally.js';

const said = words.pictures;

type By = 'rule' | 'payer' | 'drug';

/** What a bar stands for: fired when one is chosen. */
export interface Picked extends SomeClaims {
  by: By;
  /** Rule id; payer's class, id and name parted by tabs; drug code. */
  key: string;
}

/** Claims that the work queue is narrowed to. */
export interface SomeClaims {
  /** In words. */
  name: string;
  /** Number of the file in the batch and index in the file, in turn. */
  where: Uint32Array;
  /** One of them that is opened at once: its place among them, and what the way back from it is called. */
  open?: { at: number; back: string };
}

const shares = ['clean', 'may', 'deny'] as const;

export class DeltoidPictures extends LitElement {
  static override styles = [tokenStyles, controlStyles, findingStyles, pictureStyles];

  @property({ attribute: false }) batch: Batch | undefined;
  /** Counts the batch's changes; a batch is not copied when it changes. */
  @property({ attribute: false }) changes = 0;
  @property({ type: Boolean }) shown = false;

  @state() private tally: Tally | undefined;
  @state() private failed = false;
  @state() private all: ReadonlySet<By> = new Set();
  @state() private ruleNames: ReadonlyMap<string, string> = new Map();
  @state() private drugs: ReadonlyMap<string, KnownCode> = new Map();
  #counted: Batch | undefined;
  #version = 0;
  #abort = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { batch } = this;
    if (changed.has('batch')) {
      this.#abort.abort();
      this.tally = undefined;
      this.failed = false;
      this.all = new Set();
    }
    if (!this.shown || batch?.state !== 'done') return;
    // Once for a batch, and again when claims were corrected since.
    if (this.#counted === batch && this.#version === batch.store.version) return;
    this.#abort.abort();
    this.#counted = batch;
    this.#version = batch.store.version;
    void this.#count(batch);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { batch, tally } = this;
    if (!batch || !this.shown) return nothing;
    if (batch.state !== 'done') return html`<p class="notice">${said.partial}</p>`;
    if (this.failed) return html`<p class="notice" role="alert">${said.failed}</p>`;
    if (!tally) return html`<p class="notice" role="status">${said.drawing}</p>`;
    const { atRisk } = tally;
    return html`<div class="pictures">
      ${atRisk > 0 ? html`<p class="hint choose">${said.choose}</p>` : nothing}
      <div class="charts">
        ${this.#cleanClaims(tally)}
        ${this.#chart('rule', said.byRule, tally.byRule, atRisk, said.byRuleHint)}
        ${this.#chart('payer', said.byPayer, tally.byPayer, atRisk)}
        ${this.#chart('drug', said.byDrug, tally.byDrug, atRisk, said.byDrugHint)}
      </div>
    </div>`;
  }

  #cleanClaims(tally: Tally): TemplateResult {
    const { injectionClaims: all, clean } = tally;
    if (all === 0) return html`<p class="notice">${said.noInjections}</p>`;
    let at = 0;
    return html`<section class="chart" aria-labelledby="chart-clean">
      <h2 id="chart-clean">${said.cleanClaims}</h2>
      <p class="share">${said.share(percentText(clean, all), showCount(clean), showCount(all))}</p>
      <svg class="track stack" aria-hidden="true" focusable="false">
        ${shares.map((share) => {
          const from = at;
          at += tally[share];
          return svg`<rect class=${share} x=${percent(from, all)} width=${percent(tally[share], all)} height="100%" />`;
        })}
      </svg>
      <table class="legend">
        <caption class="visually-hidden">${said.cleanClaims}</caption>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">${said.columns.what}</th><th scope="col">${said.columns.claims}</th><th scope="col">${said.columns.share}</th>
          </tr>
        </thead>
        <tbody>
          ${shares.map(
            (share) => html`<tr>
              <th scope="row">${verdictIcon(share)} ${said.parts[share]}</th>
              <td class="number">${showCount(tally[share])}</td>
              <td class="number">${percentText(tally[share], all)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
  }

  #chart(by: By, title: string, parts: Part[], whole: number, hint = ''): TemplateResult {
    const name = (part: Part): [string, (string | undefined)?] => this.#nameOf(by, part);
    return chartView({
      id: by,
      title,
      hint,
      parts,
      whole,
      name,
      all: this.all.has(by),
      toggleAll: () => {
        const all = new Set(this.all);
        if (!all.delete(by)) all.add(by);
        this.all = all;
      },
      pick: (part) => {
        const { key, where } = part;
        const detail: Picked = { by, key, where, name: `${name(part)[0]}, ${showCents(part.cents)}` };
        this.dispatchEvent(new CustomEvent('pick-part', { detail }));
      },
    });
  }

  #nameOf(by: By, { key }: Part): [string, (string | undefined)?] {
    if (by === 'rule') return [key, this.ruleNames.get(key)?.replaceAll('-', ' ')];
    if (by === 'drug')
      return [{ '': said.noDrug, [severalDrugs]: said.severalDrugs }[key] ?? key, this.drugs.get(key)?.name];
    const [group = '', id = '', name = ''] = key.split('\t');
    const kind = words.payerClass[group] ?? group;
    return name || id ? [name || id, kind] : [kind];
  }

  async #count(batch: Batch): Promise<void> {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    try {
      const [tally, { rules }, { services }] = await Promise.all([
        ask({ do: 'tally', of: batch.checked }, signal),
        catalogue(),
        knownCodes(),
      ]);
      if (signal.aborted) return;
      this.drugs = services;
      this.ruleNames = new Map(rules.map(({ id, name }) => [id, name]));
      this.tally = tally;
    } catch {
      this.failed = !signal.aborted;
    }
  }
}

customElements.define('deltoid-pictures', DeltoidPictures);
