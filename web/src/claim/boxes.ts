// SPDX-License-Identifier: Apache-2.0
// Which box of the form a finding belongs to. A finding may name a part of a box, a whole line or nothing at all.
import type { Finding } from '../findings/model.js';

const ownBoxOfLine = /^(code|modifiers|pointers|charge|units|note|ndc\/\w+|documentation\/\w+)$/;

/** The pointer of the box that shows what the finding is about. */
export function boxOf({ field, line }: Pick<Finding, 'field' | 'line'>): string {
  const pointer = field ?? '';
  const ofLine = /^\/lines\/(\d+)(?:\/(.*))?$/.exec(pointer);
  if (ofLine) return boxOfLine(Number(ofLine[1]), ofLine[2] ?? '');
  if (pointer === '/diagnoses') return '/diagnoses/0';
  if (pointer === '' || pointer === '/lines') return line ? boxOfLine(line - 1, '') : '/payer/class';
  return pointer;
}

function boxOfLine(index: number, rest: string): string {
  const part = rest.replace(/^(modifiers|pointers)\/\d+$/, '$1').replace(/^ndc$/, 'ndc/code');
  if (part === 'from' || part === 'to') return '/day';
  if (part === 'pos') return '/pos';
  return `/lines/${index}/${ownBoxOfLine.test(part) ? part : 'code'}`;
}
