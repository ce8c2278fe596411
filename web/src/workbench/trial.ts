// SPDX-License-Identifier: Apache-2.0
// Another claim in the form for a while: a rule's example, or one's own claim with another payer, place or date. What
// was typed before is kept meanwhile and can be had back.
import { html, nothing, type TemplateResult } from 'lit';
import type { DeltoidChecker } from '../checker/checker-element.js';
import type { Claim, PayerClass } from '../claim/model.js';
import { showDate } from '../formats/dates.js';
import { words } from '../words/index.js';

const said = words.trial;

export interface Trial {
  /** The beginning of a sentence: what claim this is. */
  title: string;
  claim: Claim;
  asOf?: string | undefined;
  payer?: PayerClass | undefined;
  profile?: object | string | null | undefined;
}

type Kept = Pick<DeltoidChecker, 'value' | 'asOf' | 'payerClass' | 'profile'>;

export class Trials {
  #trial: Trial | undefined;
  #kept: Kept | undefined;

  /** Puts the claim into the form. A trial during a trial keeps what the first one found. */
  start(form: DeltoidChecker, trial: Trial): void {
    const { value, asOf, payerClass, profile } = form;
    this.#kept ??= { value, asOf, payerClass, profile };
    this.#trial = trial;
    form.asOf = trial.asOf ?? this.#kept.asOf;
    form.payerClass = trial.payer ?? this.#kept.payerClass;
    form.profile = trial.profile ?? this.#kept.profile;
    form.value = trial.claim;
  }

  /** The claim that was typed is back in the form. */
  back(form: DeltoidChecker): void {
    const kept = this.#kept;
    this.end(form);
    if (kept) form.value = kept.value;
  }

  /** The form goes on with the claim in it, and what was kept is forgotten. */
  end(form: DeltoidChecker): void {
    const kept = this.#kept;
    this.#trial = undefined;
    this.#kept = undefined;
    if (!kept) return;
    form.asOf = kept.asOf;
    form.payerClass = kept.payerClass;
    form.profile = kept.profile;
  }

  /** What is in the form, and the two ways on; nothing when it is one's own claim. */
  view(back: () => void, keep: () => void): TemplateResult | typeof nothing {
    if (!this.#trial) return nothing;
    const { title, asOf } = this.#trial;
    return html`<div class="trial" role="status">
      <p><b>${title} ${asOf ? said.asOf(showDate(asOf)) : said.today}</b> ${said.kept}</p>
      <div>
        <button type="button" @click=${back}>${said.back}</button>
        <button type="button" class="quiet" @click=${keep}>${said.keep}</button>
      </div>
    </div>`;
  }
}
