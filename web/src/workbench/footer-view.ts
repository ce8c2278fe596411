// SPDX-License-Identifier: Apache-2.0
// The foot of the page: what is in force, when the page clears itself, and the countdown when that is near.
import { html, nothing, type TemplateResult } from 'lit';
import { type Language, languages, words } from '../words/index.js';
import { idleChoices } from './idle.js';

export interface FooterActions {
  /** Profile and tables in force, in a few words. */
  inForce: string;
  minutes: number;
  language: Language;
  openSettings(): void;
  setMinutes(minutes: number): void;
  setLanguage(language: Language): void;
}

export function footerView(actions: FooterActions): TemplateResult {
  const { inForce, minutes, language, openSettings, setMinutes, setLanguage } = actions;
  const said = words.idle;
  return html`<footer class="base">
    <button type="button" class="quiet" @click=${openSettings}>${inForce}</button>
    <label>
      ${said.label}
      <select @change=${(event: Event) => setMinutes(Number((event.target as HTMLSelectElement).value))}>
        ${idleChoices.map((choice) => html`<option value=${choice} .selected=${choice === minutes}>${said.after(choice)}</option>`)}
      </select>
    </label>
    <label>
      ${words.app.language}
      <select @change=${(event: Event) => setLanguage((event.target as HTMLSelectElement).value as Language)}>
        ${Object.entries(languages).map(([code, name]) => html`<option value=${code} lang=${code} .selected=${code === language}>${name}</option>`)}
      </select>
    </label>
  </footer>`;
}

/** The last minute before the page clears itself. */
export function countdownView(left: number | undefined, keep: () => void, clear: () => void): TemplateResult {
  const said = words.idle;
  // Told at 60, 30 and 10 seconds, not at every one.
  const told = left === undefined ? '' : said.countdown(left > 30 ? 60 : left > 10 ? 30 : 10);
  return html`${told ? html`<p class="visually-hidden" role="alert">${told}</p>` : nothing}
    ${
      left === undefined
        ? nothing
        : html`<section class="countdown" aria-label=${said.title}>
            <p>${said.countdown(left)} <span class="hint">${said.why}</span></p>
            <button type="button" class="primary" @click=${keep}>${said.keep}</button>
            <button type="button" @click=${clear}>${said.clearNow}</button>
          </section>`
    }`;
}
