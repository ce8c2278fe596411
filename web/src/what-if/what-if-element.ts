// SPDX-License-Identifier: Apache-2.0
// <deltoid-what-if>: the claim in the form across payers, places and dates. Checked in the worker; a cell says what
// differs, and can be opened in the form.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DeltoidChecker } from '../checker/checker-element.js';
import { hasCodes } from '../claim/claims.js';
import { type Claim, type PayerClass, payerClasses } from '../claim/model.js';
import { ask } from '../engine/ask.js';
import type { ClaimResult } from '../engine/claim-engine.js';
import { verdictOfFinding } from '../findings/verdict.js';
import { addDays, readDate, showDate } from '../formats/dates.js';
import { readCents, showCents } from '../formats/money.js';
import { controlStyles } from '../styles/controls.js';
import { findingStyles } from '../styles/finding.js';
import { tokenStyles } from '../styles/tokens.js';
import { whatIfStyles } from '../styles/what-if.js';
import { verdictBadge } from '../view/icons.js';
import { ruleLink } from '../view/rule-link.js';
import { words } from '../words/index.js';
import type { Trial } from '../workbench/trial.js';
import { gridView, idOf, isSame, sign } from './grid-view.js';
import { type Change, type Outcome, outcomeOf, type Variant, variantOf, withVariant } from './variants.js';

const said = words.whatIf;

const placesAtFirst = ['11', '12', '22'];
const quarter = 91;
const changes: Change[] = ['added', 'changed', 'gone'];

export class DeltoidWhatIf extends LitElement {
  static override styles = [tokenStyles, controlStyles, findingStyles, whatIfStyles];

  /** The form whose claim it is about. It is read when the view is shown, and forgotten when it is not. */
  @property({ attribute: false }) form: (() => DeltoidChecker | undefined) | undefined;
  @property({ type: Boolean }) shown = false;

  @state() private claim: Claim | undefined;
  @state() private payers: ReadonlySet<PayerClass> = new Set(payerClasses.slice(0, -1));
  @state() private places: readonly string[] = [];
  @state() private placesChosen: ReadonlySet<string> = new Set();
  @state() private days: readonly string[] = [];
  @state() private daysChosen: ReadonlySet<string> = new Set();
  @state() private results: ReadonlyMap<string, Outcome> = new Map();
  @state() private working: 'no' | 'yes' | 'failed' = 'no';
  @state() private active: Variant | undefined;
  @state() private opened: Variant | undefined;
  #with: DeltoidChecker['checkedWith'] = { options: {}, tables: [] };
  #own: Variant = { payer: 'unknown', place: '', day: '' };
  #abort = new AbortController();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('shown')) return;
    if (this.shown) this.#read();
    else this.#forget();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.shown) return nothing;
    return html`<section aria-labelledby="title">
      <header>
        <h1 id="title" tabindex="-1">${said.title}</h1>
        <p class="hint">${this.claim ? said.lead : ''}</p>
      </header>
      ${this.claim ? this.#body() : this.#nothing()}
    </section>`;
  }

  #nothing(): TemplateResult {
    return html`<div class="none">
      <p class="lead">${said.nothing}</p>
      <p>${said.nothingHint}</p>
      <button type="button" @click=${() => this.dispatchEvent(new Event('type-claim'))}>${said.type}</button>
    </div>`;
  }

  #body(): TemplateResult {
    const variants = this.#variants();
    const differ = variants.filter(
      (one) => (this.results.get(idOf(one))?.differences.length ?? 0) > 0,
    ).length;
    const status = { no: said.status(variants.length, differ), yes: said.checking, failed: said.failed };
    return html`<div class="choices">
        ${this.#choice(
          said.payers,
          payerClasses,
          this.payers,
          (one) => words.payerClass[one] ?? one,
          (chosen) => {
            this.payers = chosen;
          },
        )}
        ${this.#choice(
          said.places,
          this.places,
          this.placesChosen,
          placeName,
          (chosen) => {
            this.placesChosen = chosen;
          },
          this.#addPlace(),
        )}
        ${
          this.#own.day
            ? this.#choice(
                said.dates,
                this.days,
                this.daysChosen,
                showDate,
                (chosen) => {
                  this.daysChosen = chosen;
                },
                this.#addDay(),
              )
            : html`<p class="hint">${said.noDate}</p>`
        }
      </div>
      <p class="hint" role="status">${status[this.working]}</p>
      ${this.#grid()} ${this.#detail()}`;
  }

  /** What can be chosen of one kind. The claim's own is always there: it is what the others are held against. */
  #choice<T extends string>(
    legend: string,
    all: readonly T[],
    chosen: ReadonlySet<T>,
    name: (one: T) => string,
    choose: (chosen: ReadonlySet<T>) => void,
    more: TemplateResult | typeof nothing = nothing,
  ): TemplateResult {
    const own: string[] = [this.#own.payer, this.#own.place, this.#own.day];
    const toggle = (one: T): void => {
      const next = new Set(chosen);
      if (!next.delete(one)) next.add(one);
      choose(next);
      void this.#check();
    };
    return html`<fieldset>
      <legend>${legend}</legend>
      <div class="chips">
        ${all.map(
          (one) => html`<label class="chip">
            <input type="checkbox" .checked=${chosen.has(one) || own.includes(one)} ?disabled=${own.includes(one)} @change=${() => toggle(one)} />
            <span>${name(one)}</span>
          </label>`,
        )}
        ${more}
      </div>
    </fieldset>`;
  }

  #addPlace(): TemplateResult {
    const left = Object.keys(words.place).filter((place) => !this.places.includes(place));
    const add = (event: Event): void => {
      const box = event.target as HTMLSelectElement;
      const place = box.value;
      box.value = '';
      this.places = [...this.places, place];
      this.placesChosen = new Set(this.placesChosen).add(place);
      void this.#check();
    };
    return html`<select aria-label=${said.addPlace} @change=${add}>
      <option value="">${said.addPlace}</option>
      ${left.map((place) => html`<option value=${place}>${placeName(place)}</option>`)}
    </select>`;
  }

  #addDay(): TemplateResult {
    const add = (event: Event): void => {
      event.preventDefault();
      const box = this.renderRoot.querySelector<HTMLInputElement>('#day');
      const day = readDate(box?.value ?? '');
      if (!box || !day) {
        box?.focus();
        return;
      }
      box.value = '';
      this.days = [...new Set([...this.days, day])].sort().reverse();
      this.daysChosen = new Set(this.daysChosen).add(day);
      void this.#check();
    };
    return html`<form class="add" @submit=${add}>
      <input id="day" aria-label=${said.addDate} placeholder=${said.addDateHint} inputmode="numeric" maxlength="10" autocomplete="off" />
      <button type="submit" class="quiet" aria-label=${said.addThis}>${said.add}</button>
    </form>`;
  }

  #grid(): TemplateResult {
    const [payers, places, days] = this.#axes();
    return gridView({
      payers,
      places,
      days,
      own: this.#own,
      active: this.active ?? this.#own,
      opened: this.opened,
      outcome: (variant) => this.results.get(idOf(variant)),
      go: (variant) => this.#go(variant),
      open: (variant) => {
        this.opened = this.opened && isSame(this.opened, variant) ? undefined : variant;
      },
    });
  }

  #detail(): TemplateResult | typeof nothing {
    const variant = this.opened;
    const outcome = variant && this.results.get(idOf(variant));
    if (!variant || !outcome) return nothing;
    const { verdict, differences, unchanged, atRisk } = outcome;
    const name = this.#nameOf(variant);
    const cents = readCents(atRisk) ?? 0;
    return html`<article class="detail" aria-label=${said.detail}>
      <header>
        <h2>${name}</h2>
        <p>${verdictBadge(verdict)} ${cents > 0 ? html`<span>${said.atRisk(showCents(cents))}</span>` : nothing}</p>
        <div class="actions">
          <button type="button" @click=${() => this.#openInForm(variant)}>${said.open}</button>
          <button type="button" class="quiet" @click=${() => this.#close(variant)}>${said.close}</button>
        </div>
      </header>
      ${changes.map((change) => {
        const of = differences.filter((one) => one.change === change);
        return of.length === 0
          ? nothing
          : html`<h3>${said.headings[change]}</h3>
              <ul>
                ${of.map(
                  ({ finding }) => html`<li class=${change}>
                    ${sign(change)} <span><span lang="en">${finding.message}</span> <span class="hint">${ruleLink(finding.rule)}${change === 'changed' ? `, ${said.now(words.verdict[verdictOfFinding(finding)])}` : ''}</span></span>
                  </li>`,
                )}
              </ul>`;
      })}
      <p class="hint">${differences.length === 0 ? said.noChange : said.unchanged(unchanged)}</p>
    </article>`;
  }

  #read(): void {
    const form = this.form?.();
    if (!form || !hasCodes(form.value)) return;
    const { value, checkedWith } = form;
    this.claim = value;
    this.#with = checkedWith;
    this.#own = variantOf(value);
    const { place, day } = this.#own;
    this.places = [...new Set([place, ...placesAtFirst])];
    this.placesChosen = new Set(this.places);
    this.days = day ? [day, addDays(day, -quarter), addDays(day, -4 * quarter)] : [''];
    this.daysChosen = new Set(this.days.slice(0, 2));
    void this.#check();
  }

  /** Nothing of a claim stays where nobody looks. */
  #forget(): void {
    this.#abort.abort();
    this.claim = undefined;
    this.results = new Map();
    this.active = undefined;
    this.opened = undefined;
  }

  /** Rows, columns and their groups, the claim's own among them. */
  #axes(): [PayerClass[], string[], string[]] {
    const own = this.#own;
    return [
      payerClasses.filter((one) => this.payers.has(one) || one === own.payer),
      this.places.filter((one) => this.placesChosen.has(one) || one === own.place),
      this.days.filter((one) => this.daysChosen.has(one) || one === own.day),
    ];
  }

  #variants(): Variant[] {
    const [payers, places, days] = this.#axes();
    return payers.flatMap((payer) => days.flatMap((day) => places.map((place) => ({ payer, place, day }))));
  }

  /** Checks what is not known yet, with the claim as typed beside it. */
  async #check(): Promise<void> {
    const { claim } = this;
    const missing = this.#variants().filter((one) => !this.results.has(idOf(one)));
    this.#abort.abort();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    if (!claim || missing.length === 0) {
      this.working = 'no';
      return;
    }
    this.working = 'yes';
    const claims = [this.#own, ...missing].map((one) => ({
      claim: withVariant(claim, one),
      options: this.#with.options,
    }));
    try {
      const [base, ...others] = await ask({ do: 'check-claims', claims, tables: this.#with.tables }, signal);
      if (signal.aborted) return;
      const results = new Map(this.results);
      missing.forEach((one, at) => {
        results.set(idOf(one), outcomeOf(others[at] as ClaimResult, base as ClaimResult));
      });
      this.results = results;
      this.working = 'no';
    } catch {
      if (!signal.aborted) this.working = 'failed';
    }
  }

  #go(variant: Variant): void {
    this.active = variant;
    void this.updateComplete.then(() => this.#cell(variant)?.focus());
  }

  #close(variant: Variant): void {
    this.opened = undefined;
    void this.updateComplete.then(() => this.#cell(variant)?.focus());
  }

  #cell(variant: Variant): HTMLElement | null {
    return this.renderRoot.querySelector(`[data-cell="${CSS.escape(idOf(variant))}"]`);
  }

  #openInForm(variant: Variant): void {
    if (!this.claim) return;
    const own = this.#own;
    const name = said.variant(
      variant.payer === own.payer ? '' : (words.payerClass[variant.payer] ?? ''),
      variant.place === own.place ? '' : placeName(variant.place),
      variant.day === own.day ? '' : showDate(variant.day),
    );
    const detail: Trial = {
      title: words.trial.variant(name || said.asTyped),
      claim: withVariant(this.claim, variant),
    };
    this.dispatchEvent(new CustomEvent('try-claim', { detail }));
  }

  #nameOf({ payer, place, day }: Variant): string {
    return said.variant(words.payerClass[payer] ?? payer, placeName(place), showDate(day));
  }
}

function placeName(place: string): string {
  return [place || said.noPlace, words.place[place]].filter(Boolean).join(' ');
}

customElements.define('deltoid-what-if', DeltoidWhatIf);
