// SPDX-License-Identifier: Apache-2.0
// The form's keys. What a key does stands in words' `keys.list`; the page adds those for files and printing.
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
  if (key === 'F8') return () => goToProblem(view, event.shiftKey ? -1 : 1);
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

function nextLine(view: CheckerView, index: number, part: string): void {
  if (index + 1 < (view.claim.lines ?? []).length) view.focusBox(`/lines/${index + 1}/${part}`);
  else view.addLine(index);
}

function goToProblem(view: CheckerView, step: 1 | -1): void {
  const keys = view.workedOff.places
    .filter(({ finding, done }) => !done && isProblem(finding))
    .map(({ key }) => key);
  if (keys.length === 0) return;
  const at = keys.indexOf(view.activeKey);
  const next = at < 0 ? (step > 0 ? 0 : keys.length - 1) : (at + step + keys.length) % keys.length;
  view.focusFinding(keys[next] ?? '');
}

function takeFix(view: CheckerView, number: number): void {
  const problems = view.findings.filter(isProblem);
  const finding = problems.find((one) => keyOf(one) === view.activeKey) ?? problems[0];
  const fix = finding?.fix[number - 1];
  if (finding && fix) view.takeFix(finding, fix);
}
