// SPDX-License-Identifier: Apache-2.0
// What stands behind "why": forecast, sources with their dates, tables, partners and place of one finding.
import { html, nothing, type TemplateResult } from 'lit';
import type { Denial, Finding, Source } from '../findings/model.js';
import { showDate } from '../formats/dates.js';
import { words } from '../words/index.js';
import { ruleLink } from './rule-link.js';

const said = words.findings;

/** "CO-236 N823" */
export function denialCode({ group, carc, rarc }: Denial): string {
  return [group && carc ? `${group}-${carc}` : carc || group, ...rarc].filter(Boolean).join(' ');
}

/** What the payer would answer, and on which line. */
export function forecast(denial: Denial): string {
  const where = denial.line ? said.forecastOn(denial.line) : said.forecastOnClaim;
  return `${denialCode(denial)} ${where}`;
}

/** All of it as a definition list. `place`: rows about where it stands, shown behind the forecast. */
export function findingDetails(finding: Finding, place?: unknown): TemplateResult {
  const { denial, sources, evidence, other_claims, confidence, rule, name } = finding;
  return html`<dl class="details">
    ${denial ? row(said.forecast, html`<span class="code">${forecast(denial)}</span>`) : nothing} ${place ?? nothing}
    ${sources.length > 0 ? row(said.sources, list(sources.map(source), 'en')) : nothing}
    ${evidence.length > 0 ? row(said.evidence, list(evidence.map((one) => `${words.tables.name(one.table)} ${one.edition}: ${one.row}`))) : nothing}
    ${other_claims.length > 0 ? row(said.others, list(other_claims.map(other))) : nothing}
    ${row(said.confidenceLabel, said.confidence[confidence] ?? confidence)}
    ${row(said.rule, html`<span lang="en">${ruleLink(rule, name)}</span>`)}
  </dl>`;
}

/** One row of a definition list. */
export function row(term: string, content: unknown): TemplateResult {
  return html`<div><dt>${term}</dt><dd>${content}</dd></div>`;
}

function list(items: unknown[], lang = ''): unknown {
  if (items.length === 1) return html`<span lang=${lang || nothing}>${items[0]}</span>`;
  return html`<ul lang=${lang || nothing}>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

function source({ title, ref, from, to }: Source): string {
  const dates = [from ? said.since(showDate(from)) : '', to ? said.until(showDate(to)) : ''].filter(Boolean);
  const named = [title, ref].filter(Boolean).join(', ');
  return dates.length > 0 ? `${named} (${dates.join(', ')})` : named;
}

function other({ file, claim, claim_index, line }: Finding['other_claims'][number]): string {
  const named = claim || `${words.table.claim} ${claim_index + 1}`;
  return [named, line ? said.forecastOn(line) : '', file ? `(${file})` : ''].filter(Boolean).join(' ');
}
