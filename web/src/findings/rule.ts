// SPDX-License-Identifier: Apache-2.0
// A rule as the engine's catalogue tells it.
import type { Level, Source } from './model.js';

/** A case that shows the rule: a JSON Patch (RFC 6902) on the clean claim, one for each claim of a batch, or a whole text. */
export interface RuleExample {
  what: string;
  patch?: unknown[];
  history?: unknown[];
  input?: string;
  options: Record<string, unknown> | null;
}

export interface Rule {
  id: string;
  name: string;
  family: string;
  /** The usual one; a profile may set another. */
  level: Level;
  scope: string;
  settings: ('professional' | 'institutional')[];
  /** When it speaks, why that matters, and what to do: a sentence each. */
  summary: string;
  why: string;
  fix: string;
  /** What is often wrongly advised. */
  myth: string | null;
  confidence: 'verified' | 'secondary' | 'professional';
  /** The sentences of its findings, with {places} for values. */
  messages: string[];
  sources: Source[];
  bad: RuleExample[];
  good: RuleExample[];
}
