// SPDX-License-Identifier: Apache-2.0
// An example of a rule: its sentence, its claim with what differs marked, and a way to try it.
import { html, nothing, type TemplateResult } from 'lit';
import type { Claim } from '../claim/model.js';
import type { Finding } from '../findings/model.js';
import { verdictOfFinding } from '../findings/verdict.js';
import { showDate } from '../formats/dates.js';
import { verdictBadge } from '../view/icons.js';
import { words } from '../words/index.js';
import type { Example, Rule } from './catalogue.js';
import { claimForForm, claimsOf, type Fact, factsOfClaim, factsOfLine } from './examples.js';

const said = words.rules;

/** What trying an example comes to. */
export type Outcome = 'checking' | 'failed' | Finding[];

export interface ExampleControls {
  outcomes: ReadonlyMap<Example, Outcome>;
  tryInForm(rule: Rule, example: Example, claim: Claim): void;
  tryHere(example: Example): void;
}

/** What an example belongs to, and what its claim is held against. */
export interface ExampleContext {
  kind: 'bad' | 'good';
  rule: Rule;
  clean: Claim;
  bad: Example | undefined;
}

// Always shown, so that one knows what claim it is; everything else only where it differs.
const alwaysShown = ['payer.class', 'pos', 'diagnoses'];
const columns = ['code', 'modifiers', 'units'];
const unremarkable = ['id', 'kind', 'total_charge', 'line', 'from'];

export function exampleView(
  example: Example,
  context: ExampleContext,
  controls: ExampleControls,
): TemplateResult {
  const { clean, rule } = context;
  const claims = claimsOf(example, clean);
  const forForm = claimForForm(example, clean);
  return html`<div class="example">
    <h3 lang="en">${example.what}</h3>
    ${example.input ? html`<pre tabindex="0" aria-label=${said.file}>${example.input}</pre>` : nothing}
    ${claims.map((claim, at) => claimView(claim, said.claimOf(at + 1, claims.length), context))}
    ${example.history ? html`<p class="hint">${said.earlier}</p>` : nothing}
    <div class="try">
      ${
        forForm
          ? tryButton(said.tryIt, example, () => controls.tryInForm(rule, example, forForm))
          : tryButton(said.tryHere, example, () => controls.tryHere(example))
      }
    </div>
    <div role="status">${outcome(controls.outcomes.get(example))}</div>
  </div>`;
}

function tryButton(label: string, { what }: Example, go: () => void): TemplateResult {
  return html`<button type="button" aria-label="${label}: ${what}" @click=${go}>${label}</button>`;
}

function outcome(outcome: Outcome | undefined): TemplateResult | typeof nothing {
  if (!outcome) return nothing;
  if (outcome === 'checking') return html`<p class="hint">${said.trying}</p>`;
  if (outcome === 'failed') return html`<p>${said.failed}</p>`;
  if (outcome.length === 0) return html`<p>${verdictBadge('clean')} ${said.saysNothing}</p>`;
  return html`<p class="hint">${said.checked}</p>
    <ul class="outcome">
      ${outcome.map(
        (finding) => html`<li>
          ${verdictBadge(verdictOfFinding(finding))} <span lang="en">${finding.message} <a href="#rule-${finding.rule}">${finding.rule}</a></span>
        </li>`,
      )}
    </ul>`;
}

function claimView(claim: Claim, caption: string, { kind, clean, bad }: ExampleContext): TemplateResult {
  const other = (kind === 'good' && bad ? claimsOf(bad, clean).at(-1) : undefined) ?? clean;
  const lines = (claim.lines ?? []).map((line, at) => factsOfLine(line, at, other));
  const days = new Set((claim.lines ?? []).map(({ from }) => from));
  const day = lines[0]?.filter(({ path, value }) => path === 'from' && value && days.size === 1) ?? [];
  const rest = lines.map((facts) =>
    facts.filter(
      (one) => !columns.includes(one.path) && (one.path === 'from' ? days.size > 1 : isShown(one)),
    ),
  );
  const more = rest.some(({ length }) => length > 0);
  return html`<div class="claim">
    <p class="facts">${[...factsOfClaim(claim, other).filter(isShown), ...day].map(fact)}</p>
    <div class="scroll" tabindex="0" role="group" aria-label=${caption}>
      <table>
        <caption class="visually-hidden">${caption}. ${said.differsHint[kind]}</caption>
        <thead>
          <tr>
            <th scope="col">${said.line}</th><th scope="col">${said.code}</th><th scope="col">${said.modifiers}</th>
            <th scope="col" class="number">${said.units}</th>${more ? html`<th scope="col">${said.more}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${lines.map((facts, at) => lineView(facts, at + 1, more ? (rest[at] ?? []) : undefined))}
        </tbody>
      </table>
    </div>
  </div>`;
}

function lineView(facts: Fact[], number: number, more: Fact[] | undefined): TemplateResult {
  const of = (path: string): unknown => facts.filter((one) => one.path === path).map(marked);
  return html`<tr>
    <th scope="row">${number}</th>
    <td class="code">${of('code')}</td>
    <td>${of('modifiers')}</td>
    <td class="number">${of('units')}</td>
    ${more ? html`<td class="facts">${more.map(fact)}</td>` : nothing}
  </tr>`;
}

function isShown({ path, differs }: Fact): boolean {
  return alwaysShown.includes(path) || (differs && !unremarkable.includes(path));
}

function fact(one: Fact): TemplateResult {
  const name = said.field[one.path] ?? one.path.split('.').pop()?.replaceAll('_', ' ') ?? one.path;
  return html`<span class="fact"><span class="name">${name}</span> ${marked(one)}</span> `;
}

/** A difference is marked by weight, frame and a word, not by colour alone. */
function marked({ path, value, differs }: Fact): TemplateResult {
  const text = value ? shown(path, value) : said.nothing;
  return differs
    ? html`<mark>${text}<span class="visually-hidden"> (${said.differs})</span></mark>`
    : html`${text}`;
}

function shown(path: string, value: string): string {
  if (path === 'payer.class') return words.payerClass[value] ?? value;
  if (path === 'pos') return [value, words.place[value]].filter(Boolean).join(' ');
  if (path === 'pointers') return value.replace(/\d+/g, (number) => String.fromCharCode(64 + Number(number)));
  return showDate(value);
}
