// SPDX-License-Identifier: Apache-2.0
// The form's keys. What a key does stands in words' `keys.list`; the page adds those for files and printing.
import { questionKey } from '../claim/chart-answers.js';
import { isProblem, keyOf } from '../findings/verdict.js';
import type { CheckerView } from './checker-view.js';

/** Handles a key pressed in `box` (a pointer, or ''); true when it was one of ours. */
export function handleKey(view: CheckerView, event: KeyboardEvent, box: string): boolean {
  const command = commandOf(view, event, box);
  command?.();
  return command !== undefined;
}

function commandOf(view: CheckerView, event: KeyboardEvent, box: string): (() => void) | undefined {
  const control = event.ctrlKey || event.metaKey;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const inList = suggestionCommand(view, key, box);
  if (inList) return inList;
  if (key === 'Escape' && view.asking) return () => view.stopAsking();
  if (key === 'F8') return () => goToProblem(view, event.shiftKey ? -1 : 1, box);
  if (view.readOnly) return undefined;
  if (event.altKey) {
    const digit = control ? undefined : /^Digit([1-9])$/.exec(event.code)?.[1];
    return digit ? () => takeFix(view, Number(digit)) : undefined;
  }
  if (control && (key === 'y' || (key === 'z' && event.shiftKey))) return () => view.redo();
  if (control && key === 'z') return () => view.undo();
  const line = /^\/lines\/(\d+)\/(.+)$/.exec(box);
  if (!line) return undefined;
  const index = Number(line[1]);
  if (key === 'Enter' && !control) return () => nextLine(view, index, line[2] ?? 'code');
  if (control && key === 'd') return () => view.duplicateLine(index);
  if (control && key === 'Backspace') return () => view.deleteLine(index);
  return undefined;
}

/** Arrows, Enter and Escape in a box with an open list of proposals. */
function suggestionCommand(view: CheckerView, key: string, box: string): (() => void) | undefined {
  const { suggesting } = view;
  if (!suggesting || suggesting.pointer !== box || suggesting.items.length === 0) return undefined;
  const { items, at } = suggesting;
  const to = (next: number) => () => view.suggest(box, items, next);
  if (key === 'ArrowDown') return to((at + 1) % items.length);
  if (key === 'ArrowUp') return to(at <= 0 ? items.length - 1 : at - 1);
  if (key === 'Escape') return () => view.suggest(box, []);
  const item = items[at];
  return key === 'Enter' && item ? () => view.choose(item) : undefined;
}

function nextLine(view: CheckerView, index: number, part: string): void {
  if (index + 1 < (view.claim.lines ?? []).length) view.focusBox(`/lines/${index + 1}/${part}`);
  else view.addLine(index);
}

function goToProblem(view: CheckerView, step: 1 | -1, box: string): void {
  const keys = view.workedOff.places
    .filter(({ finding, done }) => !done && isProblem(finding))
    .map(({ key }) => key);
  if (keys.length === 0) return;
  const at = keys.indexOf(view.activeKey);
  // From a box that a finding is about, that finding comes first.
  if (at >= 0 && box) {
    view.focusFinding(view.activeKey);
    return;
  }
  const next = at < 0 ? (step > 0 ? 0 : keys.length - 1) : (at + step + keys.length) % keys.length;
  view.focusFinding(keys[next] ?? '');
}

function takeFix(view: CheckerView, number: number): void {
  const problems = view.findings.filter(isProblem);
  const finding = problems.find((one) => keyOf(one) === view.activeKey) ?? problems[0];
  if (!finding) return;
  const asked = finding.fix.find((fix) => questionKey(view.claim, finding, fix) === view.asking);
  const fix = finding.fix[number - 1];
  if (asked && number <= 2) view.answer(finding, asked, number === 1);
  else if (fix) view.takeFix(finding, fix);
}
