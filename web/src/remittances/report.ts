// SPDX-License-Identifier: Apache-2.0
// The report of a replay, as the engine writes it (docs/replay.md has every key), and what of it the page holds.

/** A line that was denied. */
export interface Denied {
  file: string;
  claim_index: number;
  claim: string | null;
  line: number;
  code: string | null;
  class: 'injection' | 'drug' | 'visit' | 'other';
  outcome: string;
  /** "CO-97", of a rejection "A7:562"; null when none was given. */
  reason: string | null;
  rarcs: string[];
  cause: string;
  caught: boolean;
  same_reason: boolean;
  denied: string;
  recovered: string;
  remit_file: string;
  segment: number;
}

/** A flag on a line that was paid. */
export interface FalseAlarm {
  file: string;
  claim_index: number;
  claim: string | null;
  /** Null when the flag is about the claim. */
  line: number | null;
  rule: string;
  charge: string;
}

interface Counts {
  lines: number;
  lines_injection: number;
  denied: string;
  caught: number;
  missed: number;
  missed_money: string;
  rarcs: { rarc: string; lines: number }[];
  rules: { rule: string; lines: number }[];
}

export interface ByCarc extends Counts {
  carc: string | null;
  groups: { group: string; lines: number }[];
  causes: { cause: string; lines: number }[];
}

export interface ByStatus extends Counts {
  status: string;
  causes: { cause: string; lines: number }[];
}

/** A CARC with its groups, or the status of a rejection. */
export interface ByReason extends Counts {
  /** "97", "A7:562"; null when the payer gave none. */
  reason: string | null;
  /** "CO-97", as remittances have it. */
  shown: string | null;
  causes: { cause: string; lines: number }[];
}

export interface ByRemark {
  rarc: string;
  lines: number;
  missed: number;
}

export interface ByCause extends Counts {
  cause: string;
  words: string;
  families: string | null;
  reasons: { reason: string | null; lines: number }[];
}

export interface ByRule {
  rule: string;
  name: string;
  flags: number;
  right: number;
  false_alarms: number;
  not_comparable: number;
  denied_lines: number;
  forecast: string[];
  forecast_lines: number;
  forecast_caught: number;
  denied: string;
  flagged_but_paid: string;
}

/** Claims of a month, of a payer, or of both. */
export interface Period {
  payer: string;
  payer_class: string;
  month: string;
  claims: number;
  clean: number;
  answered: number;
  first_pass: number;
  denied: number;
  rejected: number;
  unanswered: number;
  charged: string;
  paid: string;
  patient: string;
  denied_money: string;
}

/** One 835, or one acknowledgement. */
export interface PaymentSet {
  file: string;
  segment: number;
  type: '835' | '277CA';
  trace: string;
  payer: string;
  day: string | null;
  payment: string;
  claims_paid: string;
  provider_adjustments: string;
  difference: string;
  balances: boolean;
  complete: boolean;
  read_again: boolean;
}

/** A line or claim of a remittance whose charge less adjustments is not what was paid. */
export interface Imbalance {
  what: 'line' | 'claim';
  file: string;
  segment: number;
  claim: string | null;
  count: number;
  expected: string;
  found: string;
}

export interface LooseAnswer {
  remit_file: string;
  segment: number;
  claim: string | null;
  day: string | null;
  charge: string;
  paid: string;
  why: string;
}

export interface OpenClaim {
  file: string;
  claim_index: number;
  claim: string | null;
  payer: string;
  day: string | null;
  charge: string;
  state: string;
}

export interface SilentLine {
  file: string;
  claim_index: number;
  claim: string | null;
  line: number;
  code: string | null;
  charge: string;
}

export interface StrangeService {
  file: string;
  claim_index: number;
  claim: string | null;
  remit_file: string;
  segment: number;
  charge: string;
}

export interface RemitFile {
  name: string;
  format: string;
  bytes: number;
  sets: number;
  claims: number;
  lines: number;
  complete: boolean;
}

interface Sums {
  payments: number;
  payment: string;
  claims_paid: string;
  provider_adjustments: string;
  difference: string;
  unbalanced: number;
}

/** What is short in every report. */
export interface Totals {
  claims: Record<'read' | 'injection' | 'void' | 'answered' | 'answers_joined' | 'reversals', number>;
  lines: Record<string, { lines: number; lines_injection: number; charge: string }>;
  verdicts: Record<Verdicts | `${Verdicts}_injection`, number> & { recovered: number };
  money: Record<
    | 'charged'
    | 'paid'
    | 'patient'
    | 'contract'
    | 'denied'
    | 'caught'
    | 'missed'
    | 'flagged_but_paid'
    | 'recovered',
    string
  >;
}

type Verdicts = 'denied' | 'caught' | 'same_reason' | 'missed' | 'flagged_but_paid' | 'quiet_and_paid';

export interface Report extends Totals {
  remit_files: RemitFile[];
  by_rule: ByRule[];
  by_carc: ByCarc[];
  by_status: ByStatus[];
  by_rarc: ByRemark[];
  causes: ByCause[];
  by_month: Period[];
  by_payer: Period[];
  by_payer_month: Period[];
  reconciliation: Sums & {
    sets: PaymentSet[];
    by_adjustment: { reason: string; count: number; amount: string }[];
    imbalances: Imbalance[];
  };
  unmatched: {
    answers: LooseAnswer[];
    claims: OpenClaim[];
    lines: SilentLine[];
    services: StrangeService[];
  };
  denials: Denied[];
  false_alarms: FalseAlarm[];
  notices: string[];
}

/** The beginning of a list, and how long it is. */
export interface Rows<T = unknown> {
  rows: T[];
  count: number;
}

/** The lists that are looked at row by row. */
export interface Lists {
  denials: Denied;
  false_alarms: FalseAlarm;
  by_payer_month: Period;
  'reconciliation.sets': PaymentSet;
  'reconciliation.imbalances': Imbalance;
  'unmatched.answers': LooseAnswer;
  'unmatched.claims': OpenClaim;
  'unmatched.lines': SilentLine;
  'unmatched.services': StrangeService;
}

export type ListName = keyof Lists;

/** Which rows of a list: those that have all of these values. */
export interface Asked<L extends ListName = ListName> {
  list: L;
  /** `carc`: of the row's reason, without its group. */
  where: Partial<Lists[L]> & { carc?: string | null };
  /** So many at most, the most money first. */
  most: number;
}

/** Every table that is saved as CSV, by its way into the report. */
export type Table = ListName | 'by_rule' | 'by_reason' | 'by_rarc' | 'causes' | 'by_month' | 'by_payer';

/** The report as the page holds it: sums and tables whole, of lists as much as is shown at first. */
export interface Digest extends Totals {
  sums: Sums;
  remitFiles: Rows<RemitFile>;
  byRule: ByRule[];
  byReason: Rows<ByReason>;
  byRemark: Rows<ByRemark>;
  causes: ByCause[];
  byMonth: Rows<Period>;
  byPayer: Rows<Period>;
  adjustments: Rows<{ reason: string; count: number; amount: string }>;
  notices: Rows<string>;
  /** Of each list what is asked for at first. */
  lists: { [L in ListName]: Rows<Lists[L]> };
}
