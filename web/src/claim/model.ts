// SPDX-License-Identifier: Apache-2.0
// A claim as the contract's JSON has it. Every field may be absent; absent, null and "" mean the same.

export const payerClasses = [
  'medicare_b',
  'medicare_advantage',
  'medicaid',
  'commercial',
  'tricare',
  'va',
  'workers_comp',
  'auto',
  'unknown',
] as const;

export type PayerClass = (typeof payerClasses)[number];

export interface Provider {
  npi?: string;
  taxonomy?: string;
  entity?: '' | 'person' | 'organization';
}

export interface NationalDrugCode {
  code?: string;
  quantity?: string;
  unit?: string;
}

/** What the administration record says of a line. */
export interface Documentation {
  drug?: string;
  dose?: string;
  route?: string;
  container?: string;
  source?: string;
  [more: string]: unknown;
}

export interface Line {
  line?: number;
  code?: string;
  modifiers?: string[];
  units?: string;
  unit_type?: string;
  charge?: string;
  from?: string;
  to?: string;
  pos?: string;
  pointers?: (number | string)[];
  note?: string;
  ndc?: NationalDrugCode;
  rendering?: Provider;
  prior_authorization?: string;
  documentation?: Documentation;
  [more: string]: unknown;
}

export interface Claim {
  id?: string;
  kind?: 'professional' | 'institutional';
  payer?: {
    name?: string;
    id?: string;
    class?: PayerClass | '';
    sequence?: string;
    state?: string;
    contractor?: string;
  };
  received_date?: string;
  frequency?: string;
  original_reference?: string;
  prior_authorization?: string;
  total_charge?: string;
  pos?: string;
  note?: string;
  billing?: Provider;
  rendering?: Provider;
  supervising?: Provider;
  ordering?: Provider;
  referring?: Provider;
  facility?: Provider;
  patient?: { id?: string; birth_date?: string; sex?: string; death_date?: string };
  subscriber?: { id?: string };
  diagnoses?: string[];
  lines?: Line[];
  [more: string]: unknown;
}

/** A claim as a host may write it: numbers where a text could stand, null where nothing does. */
export type ClaimInput = NonNullable<Written<Claim>>;

type Written<T> = T extends string
  ? T | number | null
  : T extends (infer Each)[]
    ? readonly Written<Each>[] | null
    : T extends object
      ? { [Key in keyof T]?: Written<T[Key]> } | null
      : T | null;
