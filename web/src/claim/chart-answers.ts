// SPDX-License-Identifier: Apache-2.0
// What the chart was asked, and what a person answered. Answers hold for the claim in the form and for nothing else:
// they lie beside it in the steps of undo, and go with it.
import type { Finding, Fix } from '../findings/model.js';
import type { Claim } from './model.js';

/** A question of the chart, answered. `finding` and `fix` say what was asked. */
export interface ChartAnswer {
  key: string;
  finding: Finding;
  fix: Fix;
  yes: boolean;
}

export type ChartAnswers = readonly ChartAnswer[];

/** The edits of one alternative, in their order. */
export function editsOf(fix: Fix): Fix[] {
  return [fix, ...(fix.also ?? [])];
}

/** Does the alternative claim what only the chart can tell? */
export function needsChart(fix: Fix): boolean {
  return editsOf(fix).some(({ needs }) => needs === 'chart');
}

/** Is there something to type that the alternative cannot know? Then its box is where to go. */
export function asksForValue(fix: Fix): boolean {
  return editsOf(fix).some(({ op, value }) => op !== 'delete_line' && value === undefined);
}

/** One name for a question: another line, another code on it or another edit is another question. */
export function questionKey(claim: Claim, { rule, line, field }: Finding, fix: Fix): string {
  const edits = editsOf(fix).map((edit) => [edit.op, edit.line, edit.field, edit.value]);
  const code = line ? claim.lines?.[line - 1]?.code : undefined;
  return JSON.stringify([rule, line, code, field, edits]);
}

/** The answers with one more; a second answer to a question takes the place of the first. */
export function withAnswer(answers: ChartAnswers, answer: ChartAnswer): ChartAnswers {
  return [...answers.filter(({ key }) => key !== answer.key), answer];
}
