// SPDX-License-Identifier: Apache-2.0
// What a batch comes to: six figures, then its files and the tables it was checked against.
import { html, nothing, type TemplateResult } from 'lit';
import type { Summary } from '../findings/model.js';
import { readCents, showCents } from '../formats/money.js';
import { showBytes, showCount } from '../formats/numbers.js';
import { verdictIcon } from '../view/icons.js';
import { words } from '../words/index.js';
import type { Batch } from './batch.js';

const said = words.batch;

export function summaryView({ summary }: Batch): TemplateResult | typeof nothing {
  if (!summary) return nothing;
  const {
    claims,
    injection_claims,
    injection_lines,
    clean_injection_lines,
    errors,
    warnings,
    not_evaluated,
  } = summary;
  const share = injection_lines > 0 ? `${Math.floor((100 * clean_injection_lines) / injection_lines)} %` : '';
  const risk = readCents(summary.amount_at_risk) ?? 0;
  const fees = readCents(summary.medicare_amount_at_risk);
  const byMedicare = fees === undefined ? '' : words.packs.byMedicare(showCents(fees));
  return html`<ul class="figures">
      ${figure(showCount(claims), said.claims, said.claimsWith(injection_claims))}
      ${figure(showCount(injection_lines), said.injectionLines)}
      ${figure(showCount(clean_injection_lines), said.clean, share ? said.cleanShare(share) : '', verdictIcon('clean'))}
      ${figure(showCount(errors), said.errors, '', verdictIcon('deny'))}
      ${figure(showCount(warnings), said.warnings, not_evaluated > 0 ? said.unchecked(not_evaluated) : '', verdictIcon('may'))}
      ${figure(showCents(risk), said.atRisk, byMedicare, undefined, risk > 0 ? 'risk' : '')}
    </ul>`;
}

function figure(
  value: string,
  name: string,
  more = '',
  icon?: TemplateResult,
  className = '',
): TemplateResult {
  return html`<li class=${className}>
    <span class="value">${value}</span>
    <span class="name">${icon ?? nothing} ${name}</span>
    ${more ? html`<span class="hint">${more}</span>` : nothing}
  </li>`;
}

/** The files and tables behind the figures. */
export function filesView({ summary }: Batch): TemplateResult | typeof nothing {
  if (!summary) return nothing;
  const { files, tables, version, rulebook }: Summary = summary;
  return html`<details class="files">
    <summary>${said.details}</summary>
    <ul>
      ${files.map(
        ({ name, format, bytes, claims, complete }) => html`<li>
          <b>${name}</b> · ${format} · ${showBytes(bytes)} · ${showCount(claims)} ${said.claims}${
            complete ? nothing : ` · ${said.incomplete}`
          }
        </li>`,
      )}
    </ul>
    <ul>
      ${tables.map(({ name, edition, from, to }) => html`<li>${words.tables.name(name)} ${edition} (${from ?? '…'} – ${to ?? '…'})</li>`)}
    </ul>
    <p class="hint">${words.print.rulebook(version, rulebook)}</p>
  </details>`;
}
