// SPDX-License-Identifier: Apache-2.0
// The service lines, box 24: one row a line, its verdict at the end, what is rarely needed behind "more".
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isBlankLine } from '../claim/claims.js';
import * as kinds from '../claim/fields.js';
import type { Line } from '../claim/model.js';
import { nameOf, suggestServices } from '../claim/suggestions.js';
import { isProblem, keyOf, lineOf, verdictOfFinding, verdictOfLine } from '../findings/verdict.js';
import { verdictBadge } from '../view/icons.js';
import { words } from '../words/index.js';
import type { CheckerView } from './checker-view.js';
import { documentationView } from './documentation-view.js';
import { boxNumber, choicesOf, field, fieldView, levelWithin } from './field-view.js';

const said = words.claim;

const ndcUnits = (): [string, string][] =>
  choicesOf({ ML: 'ML', UN: 'UN', GR: 'GR', F2: 'F2', ME: 'ME' }, said.notSaid);

export function linesView(view: CheckerView): TemplateResult {
  const lines = view.claim.lines ?? [];
  return html`<div class="line head" aria-hidden="true">
      <span></span>
      <span>${said.code}${boxNumber('24D')}</span>
      <span>${said.modifiers}</span>
      <span>${said.pointers}${boxNumber('24E')}</span>
      <span class="right">${said.charge}${boxNumber('24F')}</span>
      <span class="right">${said.units}${boxNumber('24G')}</span>
      <span>${said.moreShort}</span>
      <span>${said.verdict}</span>
    </div>
    ${repeat(
      lines,
      (_, index) => index,
      (line, index) => lineView(view, line, index),
    )}
    ${
      view.readOnly
        ? nothing
        : html`<button type="button" class="quiet" @click=${() => view.addLine(lines.length - 1)}>+ ${said.addLine}</button>`
    }`;
}

function lineView(view: CheckerView, line: Line, index: number): TemplateResult {
  const at = `/lines/${index}`;
  const number = index + 1;
  const fields = [
    field(`${at}/code`, kinds.service, said.code, '24D', {
      className: 'service',
      maxLength: 40,
      suggest: suggestServices(view.codes, line.from || view.today),
      title: nameOf(view.codes, line.code ?? ''),
    }),
    field(`${at}/modifiers`, kinds.modifiers, said.modifiers, '', { className: 'modifiers', maxLength: 11 }),
    field(`${at}/pointers`, kinds.pointers, said.pointers, '24E', { className: 'pointers', maxLength: 4 }),
    field(`${at}/charge`, kinds.money, said.charge, '24F', { className: 'amount', maxLength: 12 }),
    field(`${at}/units`, kinds.count, said.units, '24G', { className: 'units', maxLength: 9 }),
  ];
  return html`<div class="line" part="line" role="group" aria-label=${said.line(number)} data-line=${index}>
    <span class="number" aria-hidden="true">${number}</span>
    ${fields.map((one) => fieldView(view, one))}
    <button
      type="button"
      class="quiet more ${levelWithin(view, `${at}/ndc`, `${at}/documentation`, `${at}/note`)}"
      aria-expanded=${view.isLineOpen(index)}
      aria-label="${summaryOf(line) || said.moreShort}: ${said.more(number)}"
      @click=${() => view.toggleLine(index)}
    >
      <span>${summaryOf(line) || html`<span class="no-more">+ <span class="more-word">${said.moreShort}</span></span>`}</span>
    </button>
    <span class="verdict">${verdictView(view, line, number)}</span>
    ${view.isLineOpen(index) ? moreOfLine(view, index) : nothing}
  </div>`;
}

/** Nothing for an empty line, and nothing where no injection was there to check. */
function verdictView(view: CheckerView, line: Line, number: number): TemplateResult | typeof nothing {
  if (isBlankLine(line) || !view.summary?.injection_claims) return nothing;
  const verdict = verdictOfLine(view.findings, number);
  const finding = view.findings.find((one) => lineOf(one) === number && verdictOfFinding(one) === verdict);
  if (!finding || !isProblem(finding)) return verdictBadge(verdict);
  return html`<button
    type="button"
    class="to-finding"
    aria-label=${words.findings.showFinding(number, words.verdict[verdict])}
    @click=${() => view.focusFinding(keyOf(finding))}
  >
    ${verdictBadge(verdict)}
  </button>`;
}

function moreOfLine(view: CheckerView, index: number): TemplateResult {
  const at = `/lines/${index}`;
  const containers = choicesOf(said.containers, said.notSaid);
  const sources = choicesOf(said.sources, said.notSaid);
  const fields = [
    field(`${at}/from`, kinds.date, said.lineDate, '24A', { className: 'date', maxLength: 10 }),
    field(`${at}/ndc/code`, kinds.code, said.ndc, '24', { maxLength: 15 }),
    field(`${at}/ndc/quantity`, kinds.count, said.ndcQuantity, '', { maxLength: 15 }),
    field(`${at}/ndc/unit`, kinds.code, said.ndcUnit, '', { choices: ndcUnits() }),
    field(`${at}/documentation/container`, kinds.text, said.container, '', { choices: containers }),
    field(`${at}/documentation/source`, kinds.text, said.source, '', { choices: sources }),
    field(`${at}/note`, kinds.text, said.lineNote, '', { className: 'wide', maxLength: 80 }),
  ];
  return html`<div class="row more-boxes">
    ${fields.map((one) => fieldView(view, one))} ${documentationView(view, index)}
    ${
      view.readOnly
        ? nothing
        : html`<div class="actions">
            <button type="button" class="quiet" @click=${() => view.duplicateLine(index)}>${said.duplicateLine(index + 1)}</button>
            <button type="button" class="quiet" @click=${() => view.deleteLine(index)}>${said.deleteLine(index + 1)}</button>
          </div>`
    }
  </div>`;
}

/** What stands behind "more", said in short where it is closed. */
function summaryOf({ ndc, documentation, note }: Line): string {
  return [
    ndc?.code ?? '',
    said.containers[documentation?.container ?? ''] ?? '',
    said.sources[documentation?.source ?? ''] ?? '',
    note ?? '',
  ]
    .filter(Boolean)
    .join(' · ');
}
