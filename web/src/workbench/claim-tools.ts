// SPDX-License-Identifier: Apache-2.0
// What the page adds to the form's tools: copy, save and print.
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { DeltoidChecker } from '../checker/checker-element.js';
import { sessionOptions } from '../engine/options.js';
import '../out/downloads-element.js';
import type { Kind, ToSave } from '../out/downloads-element.js';
import { save } from '../out/save.js';
import { denialCode } from '../view/finding-details.js';
import { words } from '../words/index.js';

const said = words.claim;

const reports: readonly Kind[] = ['html', 'csv', 'json', 'sarif'];

/** For how long the button says that the findings were copied. */
const toldFor = 2000;

export class ClaimTools {
  readonly #host: ReactiveControllerHost;
  readonly #checker: () => DeltoidChecker | undefined;
  #copied = false;

  /** `host` draws them, for the form that it has. */
  constructor(host: ReactiveControllerHost, checker: () => DeltoidChecker | undefined) {
    this.#host = host;
    this.#checker = checker;
  }

  /** With `whatIf` there is a way to other payers, places and dates. */
  view(whatIf?: () => void): TemplateResult {
    return toolsView(this.#checker, this.#copied, () => void this.#copy(), whatIf);
  }

  async #copy(): Promise<void> {
    const form = this.#checker();
    if (!form) return;
    await navigator.clipboard.writeText(asText(form));
    this.#say(true);
    setTimeout(() => this.#say(false), toldFor);
  }

  #say(copied: boolean): void {
    this.#copied = copied;
    this.#host.requestUpdate();
  }
}

function toolsView(
  checker: () => DeltoidChecker | undefined,
  copied: boolean,
  copy: () => void,
  whatIf: (() => void) | undefined,
): TemplateResult {
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
