// SPDX-License-Identifier: Apache-2.0
// What the page adds to the form's tools: copy, save and print.
import { html, nothing, type TemplateResult } from 'lit';
import type { DeltoidChecker } from '../checker/checker-element.js';
import { sessionOptions } from '../engine/options.js';
import '../out/downloads-element.js';
import type { Kind, ToSave } from '../out/downloads-element.js';
import { save } from '../out/save.js';
import { denialCode } from '../view/finding-details.js';
import { words } from '../words/index.js';

const said = words.claim;

const reports: readonly Kind[] = ['html', 'csv', 'json', 'sarif'];

/** `copied`: the findings were copied a moment ago. */
export function claimTools(
  checker: () => DeltoidChecker | undefined,
  copied: boolean,
  onCopied: () => void,
  whatIf?: () => void,
): TemplateResult {
  const copy = (): void => {
    const form = checker();
    if (form) void navigator.clipboard.writeText(asText(form)).then(onCopied);
  };
  const keep = (): void => {
    const claim = checker()?.value;
    if (claim)
      save(
        new Blob([JSON.stringify(claim, null, 2)], { type: 'application/json' }),
        `${claim.id || 'claim'}.json`,
      );
  };
  return html`<span slot="tools">
    ${whatIf ? html`<button type="button" class="quiet" @click=${whatIf}>${words.whatIf.ask}</button>` : nothing}
    <button type="button" class="quiet" @click=${copy}>
      ${copied ? said.copied : said.copy}
    </button>
    <button type="button" class="quiet" @click=${keep}>${said.save}</button>
    <deltoid-downloads quiet up label=${words.out.claimDownload} .kinds=${reports} .of=${reportOf(checker)}></deltoid-downloads>
    <button type="button" class="quiet" @click=${() => print()}>${said.print}</button>
  </span>`;
}

function asText({ findings }: DeltoidChecker): string {
  return findings
    .map(({ rule, message, why, denial }) =>
      [message, why, `(${rule}${denial ? `, ${denialCode(denial)}` : ''})`].join(' '),
    )
    .join('\n');
}

/** The claim as it stands, checked as the form checks it. */
function reportOf(checker: () => DeltoidChecker | undefined): ToSave {
  return {
    stem: 'claim',
    checked() {
      const form = checker();
      const text = new TextEncoder().encode(JSON.stringify(form?.value ?? {}));
      const { options = {}, tables = [] } = form?.checkedWith ?? {};
      return {
        inputs: [
          ...tables.map(({ name, bytes }) => ({ name, role: 'tables' as const, source: bytes })),
          { name: 'claim.json', role: 'claims', source: text },
        ],
        options: sessionOptions(options),
      };
    },
  };
}
