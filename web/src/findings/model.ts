// SPDX-License-Identifier: Apache-2.0
// Findings and the summary as the contract has them.
import type { Line } from '../claim/model.js';

export type Level = 'error' | 'warning' | 'info';
export type Tag = 'chart' | 'payer' | 'not_evaluated';

export type Operation =
  | 'add_modifier'
  | 'remove_modifier'
  | 'replace_code'
  | 'set_units'
  | 'set_field'
  | 'add_line'
  | 'delete_line'
  | 'add_diagnosis'
  | 'document';

/** One edit; an alternative of several edits carries the others in `also`. Keys that do not apply are left out. */
export interface Fix {
  op: Operation;
  line?: number;
  field?: string;
  value?: string | Line;
  needs?: 'chart';
  also?: Fix[];
}

export interface Denial {
  line: number | null;
  group: string;
  carc: string;
  rarc: string[];
}

export interface Source {
  title: string;
  ref: string;
  from: string | null;
  to: string | null;
}

export interface Finding {
  kind: 'finding';
  file: string | null;
  claim: string | null;
  claim_index: number | null;
  rule: string;
  name: string;
  level: Level;
  tags: Tag[];
  line: number | null;
  field: string | null;
  box: string | null;
  x12: string | null;
  at: { offset: number; segment: number | null; text_line: number | null } | null;
  message: string;
  why: string;
  fix: Fix[];
  denial: Denial | null;
  amount: string | null;
  confidence: string;
  sources: Source[];
  evidence: { table: string; edition: string; row: string }[];
  other_claims: { file: string | null; claim: string | null; claim_index: number; line: number | null }[];
}

export interface FileSummary {
  name: string;
  format: string;
  bytes: number;
  claims: number;
  lines: number;
  complete: boolean;
}

export interface TableEdition {
  name: string;
  edition: string;
  from: string | null;
  to: string | null;
  sha256: string;
}

export interface Summary {
  kind: 'summary';
  claims: number;
  lines: number;
  injection_claims: number;
  injection_lines: number;
  clean_injection_lines: number;
  errors: number;
  warnings: number;
  infos: number;
  not_evaluated: number;
  amount_at_risk: string;
  /** What Medicare would pay for these lines; only where a fee schedule is loaded. */
  medicare_amount_at_risk?: string;
  by_rule: Record<string, number>;
  files: FileSummary[];
  tables: TableEdition[];
  version: string;
  rulebook: string;
}
