// SPDX-License-Identifier: Apache-2.0
// What is wrong with one claim: the strip of totals, the findings as cards, and what stands for having none.
import { css } from 'lit';

export const findingsPaneStyles = css`
  .totals {
    grid-area: totals;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.75rem;
    min-height: 2.5rem;
    padding-block-end: 0.5rem;
  }

  .totals h2 {
    display: flex;
    align-items: baseline;
    gap: 0.5rem;
    font-size: var(--body);
    font-weight: 600;
    line-height: 1.3;
  }

  .totals .icon {
    align-self: center;
  }

  .totals .strip {
    display: none;
  }

  .findings {
    grid-area: findings;
    outline-offset: 0.25rem;
  }

  .in-english {
    margin-block-end: 0.5rem;
  }

  .findings h3 {
    margin-block: 1.25rem 0.25rem;
    font-size: var(--small);
    font-weight: 400;
    color: var(--ink-soft);
  }

  .list {
    display: grid;
    gap: 0.75rem;
  }

  .list.quiet {
    gap: 0.25rem;
    font-size: var(--small);
    color: var(--ink-soft);
  }

  .finding {
    display: grid;
    gap: 0.375rem;
    padding: 0.875rem 1rem;
    border: 1px solid var(--line);
    border-inline-start: 4px solid var(--may);
    border-radius: var(--radius);
    background: var(--surface);
  }

  .finding.deny {
    border-inline-start-color: var(--deny);
  }

  .finding.active {
    border-color: var(--accent);
    border-inline-start-color: var(--may);
  }

  .finding.active.deny {
    border-inline-start-color: var(--deny);
  }

  .finding.done {
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 0.5rem;
    padding-block: 0.375rem;
    border-inline-start-color: var(--clean);
    background: transparent;
    font-size: var(--small);
    color: var(--ink-soft);
  }

  .finding-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.875rem;
  }

  .finding-head .code {
    margin-inline-start: auto;
  }

  .fixes {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    padding-block: 0.25rem;
  }

  .fix {
    min-height: 2.25rem;
    border-color: var(--accent);
    color: var(--accent);
    font-size: var(--small);
    line-height: 1.25;
  }

  .fix:first-child {
    background: var(--accent-wash);
    font-weight: 600;
  }

  .question {
    display: grid;
    gap: 0.25rem;
    padding: 0.75rem;
    border-radius: var(--radius);
    background: var(--may-wash);
  }

  .question .hint {
    display: flex;
    align-items: center;
    gap: 0.375rem;
  }

  .question .fix {
    background: var(--surface);
  }

  .asked {
    max-width: 60ch;
    text-wrap: pretty;
  }

  .finding .details {
    padding-block-start: 0.5rem;
  }

  .note {
    display: grid;
    grid-template-columns: 1em minmax(0, 1fr);
    gap: 0.5rem;
    padding-block: 0.25rem;
  }

  .note > .icon {
    margin-block-start: 0.3em;
  }

  .note summary {
    color: inherit;
  }

  .note .why,
  .note .details {
    padding-block-start: 0.25rem;
  }

  .print-only {
    display: none;
  }

  .state {
    display: grid;
    gap: 0.25rem;
    padding: 1.25rem;
    border: 1px dashed var(--edge);
    border-radius: var(--radius);
    color: var(--ink-soft);
  }

  .state p {
    text-wrap: pretty;
  }

  .state .lead {
    font-size: var(--large);
    font-weight: 600;
    color: var(--ink);
  }

  .state.clean {
    border: 1px solid var(--clean);
    background: var(--clean-wash);
    margin-block-end: 0.75rem;
  }

  .state.clean .icon {
    font-size: 1.75rem;
  }
`;
