// SPDX-License-Identifier: Apache-2.0
// <deltoid-privacy>: what the page can and cannot do, as far as one can look at it: the leak test, the engine's
// imports, the policy in force, and the sums of this build.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { engineCode } from '../engine/assets.js';
import type { About } from '../engine/claim-engine.js';
import { ownWorker } from '../engine/own-worker.js';
import { controlStyles } from '../styles/controls.js';
import { findingStyles } from '../styles/finding.js';
import { panelStyles } from '../styles/panel.js';
import { privacyStyles } from '../styles/privacy.js';
import { tokenStyles } from '../styles/tokens.js';
import { verdictIcon } from '../view/icons.js';
import { words } from '../words/index.js';
import type { LeakTest, Outcome } from './leak-test.js';
import { pageText, sha256 } from './page-text.js';

const said = words.privacy;

/** Each outcome borrows the shape of the verdict that feels the same. */
const shapes = {
  blocked: 'clean',
  open: 'deny',
  silent: 'note',
  absent: 'unchecked',
  empty: 'note',
  kept: 'note',
  untried: 'note',
} as const;

export class DeltoidPrivacy extends LitElement {
  static override styles = [tokenStyles, controlStyles, findingStyles, panelStyles, privacyStyles];

  @property({ attribute: false }) imports: string[] = [];
  @property({ attribute: false }) about: About | undefined;
  /** Was something saved into this copy of the page? */
  @property({ attribute: false }) personal = false;

  @state() private outcomes: Outcome[] = [];
  @state() private running = false;
  @state() private sums: { page: string; engine: string } | undefined;

  /** Works out the sums; called when somebody looks. */
  async look(): Promise<void> {
    if (this.sums) return;
    const engine = await engineCode();
    const none = said.build.none;
    this.sums = {
      page: (await sha256(pageText())) ?? none,
      engine: (engine && (await sha256(engine))) ?? none,
    };
  }

  protected override render(): TemplateResult {
    return html`<p>${said.intro}</p>
      ${bullets(said.cannotTitle, said.cannot)} ${bullets(said.doesNotTitle, said.doesNot)}
      ${this.#leak()} ${this.#build()} ${bullets(said.checkTitle, said.check)} ${this.#engine()} ${policy()}
      ${bullets(said.limitsTitle, said.limits)}`;
  }

  #leak(): TemplateResult {
    const text = said.leak;
    if (!leakTest()) return html`<h3>${text.title}</h3><p>${text.missing}</p>`;
    const count = (wanted: Outcome['state']): number =>
      this.outcomes.filter(({ state }) => state === wanted).length;
    const open = count('open');
    const done = this.outcomes.length > 0 && !this.running;
    return html`<h3>${text.title}</h3>
      <p class="hint">${text.hint}</p>
      <p>
        <button type="button" class="primary" ?disabled=${this.running} @click=${() => void this.#try()}>
          ${this.running ? text.running : done ? text.again : text.start}
        </button>
      </p>
      <p role="status" class="told ${done ? (open === 0 ? 'clean' : 'deny') : ''}">
        ${done ? html`${verdictIcon(open === 0 ? 'clean' : 'deny')} ${text.done(count('blocked'), count('silent'), open)}` : nothing}
      </p>
      ${this.outcomes.length > 0 ? this.#table() : nothing}`;
  }

  #table(): TemplateResult {
    const text = said.leak;
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${text.channel}</th>
          <th scope="col">${text.outcome}</th>
        </tr>
      </thead>
      <tbody>
        ${this.outcomes.map(({ channel, state, by }) => row(text.channels[channel] ?? channel, state, detail(state, by)))}
        ${this.running ? nothing : text.untried.map(([name, why]) => row(name, 'untried', why))}
      </tbody>
    </table>`;
  }

  #build(): TemplateResult {
    const text = said.build;
    const { sums } = this;
    return html`<h3>${said.buildTitle}</h3>
      <dl>
        ${pair(text.version, this.about ? words.print.rulebook(this.about.version, this.about.rulebook) : '…')}
        ${pair(this.personal ? text.pageWithMore : text.page, sums?.page ?? text.working, 'page-sum')}
        ${pair(text.engine, sums?.engine ?? text.working, 'engine-sum')}
      </dl>
      <p class="hint">${text.compare}</p>
      <dl>${text.commands.map(([system, command]) => pair(system, command))}</dl>`;
  }

  #engine(): TemplateResult {
    return html`<h3>${said.engineTitle}</h3>
      ${
        this.imports.length > 0
          ? html`<p>${said.engine(this.imports.length)}</p><p class="raw">${this.imports.join(', ')}</p>`
          : html`<p>${said.engineWaiting}</p>`
      }`;
  }

  async #try(): Promise<void> {
    this.running = true;
    this.outcomes = [];
    const told: Outcome[] = [];
    await leakTest()?.((outcome) => {
      told.push(outcome);
      this.outcomes = [...told];
    }, ownWorker);
    this.running = false;
  }
}

/** It is a script of its own, beside the page's: privacy/leak-test.ts. */
function leakTest(): LeakTest | undefined {
  return (globalThis as { deltoidLeakTest?: LeakTest }).deltoidLeakTest;
}

function policy(): TemplateResult {
  const text = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
  return html`<h3>${said.policyTitle}</h3>
    ${
      text
        ? html`<ul class="policy raw">${text.split(';').map((part) => html`<li>${part.trim()}</li>`)}</ul>`
        : html`<p>${said.policyMissing}</p>`
    }`;
}

function row(name: string, state: keyof typeof shapes, more: string): TemplateResult {
  return html`<tr class=${state}>
    <th scope="row">${name}</th>
    <td>
      <span class="badge ${shapes[state]}">${verdictIcon(shapes[state])} ${said.leak.states[state]}</span>
      ${more ? html`<span class="hint">${more}</span>` : nothing}
    </td>
  </tr>`;
}

function detail(state: Outcome['state'], by: string): string {
  if (state === 'blocked') return said.leak.by(by);
  if (state === 'silent') return said.leak.silent;
  return state === 'kept' ? said.leak.entries(by) : '';
}

function bullets(title: string, items: string[]): TemplateResult {
  return html`<h3>${title}</h3><ul class="bullets">${items.map((text) => html`<li>${text}</li>`)}</ul>`;
}

function pair(term: string, value: string, id = ''): TemplateResult {
  return html`<div><dt>${term}</dt><dd class="raw" id=${id || nothing}>${value}</dd></div>`;
}

customElements.define('deltoid-privacy', DeltoidPrivacy);
