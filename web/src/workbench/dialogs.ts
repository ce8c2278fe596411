// SPDX-License-Identifier: Apache-2.0
// Two panels: how one can know that nothing leaves the computer, and the keys.
import { html, type TemplateResult } from 'lit';
import type { About } from '../engine/claim-engine.js';
import '../privacy/privacy-element.js';
import type { PageChoices } from '../settings/saved-copy.js';
import type { Settings } from '../settings/settings.js';
import '../settings/settings-element.js';
import type { SettingsChange } from '../settings/settings-element.js';
import { words } from '../words/index.js';

/** The privacy panel. `imports` are the functions that the engine may call. */
export function privacyDialog(
  imports: string[],
  about: About | undefined,
  personal: boolean,
): TemplateResult {
  return dialog(
    'privacy',
    words.privacy.title,
    html`<deltoid-privacy .imports=${imports} .about=${about} .personal=${personal}></deltoid-privacy>`,
  );
}

/** Profile and tables in force. */
export function settingsDialog(
  settings: Settings,
  choices: PageChoices,
  onChange: (settings: Settings) => void,
): TemplateResult {
  return dialog(
    'settings',
    words.settings.title,
    html`<deltoid-settings
      .settings=${settings}
      .choices=${choices}
      @settings-change=${(event: SettingsChange) => onChange(event.detail)}
    ></deltoid-settings>`,
  );
}

/** The keys of form and page. */
export function keysDialog(): TemplateResult {
  const said = words.keys;
  return dialog(
    'keys',
    said.title,
    html`<dl class="keys">
        ${said.list.map(([keys, what]) => html`<div><dt><kbd>${keys}</kbd></dt><dd>${what}</dd></div>`)}
      </dl>
      <h3>${said.queueTitle}</h3>
      <dl class="keys">
        ${words.queue.keys.map(([keys, what]) => html`<div><dt><kbd>${keys}</kbd></dt><dd>${what}</dd></div>`)}
      </dl>
      <p class="hint">${said.dates}</p>`,
  );
}

/** A panel with its title and a way out. */
export function dialog(id: string, title: string, content: TemplateResult): TemplateResult {
  return html`<dialog id=${id} aria-labelledby="${id}-title">
    <div class="head">
      <h2 id="${id}-title">${title}</h2>
      <button type="button" @click=${(event: Event) => (event.target as Element).closest('dialog')?.close()}>
        ${words.app.close}
      </button>
    </div>
    ${content}
  </dialog>`;
}
