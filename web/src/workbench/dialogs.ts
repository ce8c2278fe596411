// SPDX-License-Identifier: Apache-2.0
// Two panels: how one can know that nothing leaves the computer, and the keys.
import { html, type TemplateResult } from 'lit';
import { words } from '../words/index.js';

/** The privacy panel. `imports` are the functions that the engine may call. */
export function privacyDialog(imports: string[]): TemplateResult {
  const said = words.privacy;
  const policy = document
    .querySelector('meta[http-equiv="Content-Security-Policy"]')
    ?.getAttribute('content');
  return dialog(
    'privacy',
    said.title,
    html`<p>${said.intro}</p>
      <h3>${said.cannotTitle}</h3>
      <ul class="bullets">${said.cannot.map((text) => html`<li>${text}</li>`)}</ul>
      <h3>${said.limitsTitle}</h3>
      <ul class="bullets">${said.limits.map((text) => html`<li>${text}</li>`)}</ul>
      <h3>${said.checkTitle}</h3>
      <ul class="bullets">${said.check.map((text) => html`<li>${text}</li>`)}</ul>
      <h3>${said.engineTitle}</h3>
      ${
        imports.length > 0
          ? html`<p>${said.engine(imports.length)}</p><p class="raw">${imports.join(', ')}</p>`
          : html`<p>${said.engineWaiting}</p>`
      }
      <h3>${said.policyTitle}</h3>
      <p class="raw">${policy ?? said.policyMissing}</p>`,
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

function dialog(id: string, title: string, content: TemplateResult): TemplateResult {
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
