// SPDX-License-Identifier: Apache-2.0
// A claim of a batch that was worked on in the form: what it is now, and what still stands against it.
//
// The form checks the claim alone, the batch has checked it among the others of the patient's day. What the batch says
// and the form does not, rests on other claims or on the file's own bytes, and stays until the files are checked again.
// What the form says and the batch did not, another claim of the day answers.
import { type FixPath, isOnPath } from '../claim/fix-path.js';
import type { Claim } from '../claim/model.js';
import { readCents } from '../formats/money.js';
import type { Finding } from './model.js';
import { isProblem, keyOf, type Verdict, verdictOfFinding, verdicts } from './verdict.js';

export interface Correction {
  claim: Claim;
  company: Company;
  /** The fixes that were taken. */
  path: FixPath | undefined;
  /** It is more, or something else, than its fixes make of it. */
  byHand: boolean;
  /** All that is said of it now. */
  findings: Finding[];
  verdict: Verdict;
  /** In cents. */
  risk: number;
  problems: number;
}

/** What sets the claim among the others apart from the claim alone. */
export interface Company {
  /** Findings that only the batch has. */
  standing: Finding[];
  /** Keys of findings that other claims answer. */
  answered: ReadonlySet<string>;
  /** The same, to be shown. */
  answeredFindings: Finding[];
}

/** A claim's findings in the batch against those of the form, both of the claim as the file has it. */
export function companyOf(inBatch: Finding[], alone: Finding[]): Company {
  const keys = new Set(alone.map(nameInClaim));
  const batchKeys = new Set(inBatch.map(nameInClaim));
  const answeredFindings = alone.filter(
    (finding) => !batchKeys.has(nameInClaim(finding)) && isProblem(finding),
  );
  return {
    standing: inBatch.filter((finding) => !keys.has(nameInClaim(finding))),
    answered: new Set(answeredFindings.map(nameInClaim)),
    answeredFindings,
  };
}

/**
 * The claim as it is now, with what the form says of it and what stands by its company. `checked`: there was an injection
 * to check; without one nothing may be called clean.
 */
export function correctionOf(
  claim: Claim,
  found: Finding[],
  company: Company,
  checked: boolean,
  path?: FixPath,
): Correction {
  const said = [
    ...found.filter((finding) => !company.answered.has(nameInClaim(finding))),
    ...company.standing,
  ];
  const worst = said.map(verdictOfFinding);
  const verdict =
    verdicts.find((one) => one !== 'note' && worst.includes(one)) ?? (checked ? 'clean' : 'unchecked');
  return {
    claim,
    company,
    path,
    byHand: !path || !isOnPath(path, claim),
    findings: said,
    verdict,
    risk: riskOf(claim, said),
    problems: said.filter(isProblem).length,
  };
}

/** The charges that errors say will be denied, each line once; a denial of the whole claim takes every line. */
function riskOf(claim: Claim, findings: Finding[]): number {
  const charges = (claim.lines ?? []).map(({ charge }) => readCents(charge) ?? 0);
  const lines = findings.flatMap(({ level, denial }) =>
    level === 'error' && denial ? [denial.line ?? 0] : [],
  );
  return charges.reduce(
    (sum, charge, at) => (lines.includes(0) || lines.includes(at + 1) ? sum + charge : sum),
    0,
  );
}

/** A name for a finding within its claim; the index of a claim in its file is 0 in the form. */
export function nameInClaim(finding: Pick<Finding, 'rule' | 'line' | 'field'>): string {
  return keyOf({ ...finding, claim_index: 0 });
}
