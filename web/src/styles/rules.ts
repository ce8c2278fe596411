// SPDX-License-Identifier: Apache-2.0
// The rule pages: a list to run down with the eye, and a page to be read.
import { css } from 'lit';

export const ruleStyles = css`
  :host {
    display: block;
    width: 100%;
    max-width: 66rem;
    margin-inline: auto;
  }

  a {
    color: var(--accent);
    text-underline-offset: 0.2em;
  }

  h1 {
    font-size: var(--title);
    font-weight: 600;
    line-height: 1.25;
    letter-spacing: -0.01em;
    outline: none;
  }

  h2 {
    font-size: var(--body);
    font-weight: 600;
  }

  .id {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .list {
    display: grid;
    gap: 1.75rem;
  }

  .list header {
    display: grid;
    gap: 0.25rem;
  }

  .search {
    display: grid;
    grid-template-columns: minmax(0, 24rem) auto;
    align-items: center;
    gap: 0.25rem 1rem;
    margin-block-start: 0.75rem;
  }

  .search label {
    grid-column: 1 / -1;
  }

  .list h2 {
    padding-block-end: 0.375rem;
  }

  .list h2 .hint {
    font-weight: 400;
  }

  .list ul {
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 2);
    background: var(--surface);
    overflow: hidden;
  }

  .list li + li {
    border-block-start: 1px solid var(--line);
  }

  .list li a {
    display: grid;
    grid-template-columns: 6.5rem minmax(0, 1fr);
    gap: 0.125rem 0.75rem;
    padding: 0.4375rem 0.875rem;
    color: inherit;
    font-size: var(--small);
    text-decoration: none;
  }

  .list li a:hover {
    background: var(--raised);
  }

  .list li a:focus-visible {
    outline-offset: -2px;
  }

  .list .id {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    height: 1.45em;
    color: var(--accent);
    font-weight: 600;
  }

  .none {
    display: grid;
    justify-items: start;
    gap: 0.75rem;
  }

  .rule {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.75rem;
  }

  .steps {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    margin-block-end: -0.75rem;
    font-size: var(--small);
  }

  .steps a {
    display: inline-block;
    padding-block: 0.1875rem;
    margin-inline-end: 0.5rem;
  }

  .rule header {
    display: grid;
    gap: 0.375rem;
  }

  .kind {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
    font-size: var(--small);
    color: var(--ink-soft);
  }

  .rule h1 .id {
    margin-inline-end: 0.25rem;
    color: var(--ink-soft);
    font-weight: 400;
  }

  .lead {
    max-width: 60ch;
    font-size: var(--large);
    text-wrap: pretty;
  }

  .reasons {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
    gap: 1.25rem 2rem;
  }

  .reasons dt {
    font-size: var(--small);
    color: var(--ink-soft);
  }

  .reasons dd {
    max-width: 60ch;
    text-wrap: pretty;
  }

  .myth {
    padding-inline-start: 0.875rem;
    border-inline-start: 3px solid var(--may);
  }

  .examples {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
    gap: 1.25rem;
    align-items: start;
  }

  .examples section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
  }

  .example {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    padding: 1rem 1.125rem;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 2);
    background: var(--surface);
  }

  .example h3 {
    font-size: var(--body);
    font-weight: 600;
    text-wrap: pretty;
  }

  .claim {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
    font-size: var(--small);
  }

  .facts {
    line-height: 1.7;
  }

  .fact {
    margin-inline-end: 0.75rem;
    overflow-wrap: anywhere;
  }

  .fact .name {
    color: var(--ink-soft);
  }

  .scroll {
    position: relative; /* what is for the ear only must not widen the page */
    overflow-x: auto;
  }

  table {
    border-collapse: collapse;
  }

  th,
  td {
    padding: 0.3125rem 0.75rem 0.3125rem 0;
    border-block-start: 1px solid var(--line);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }

  thead th {
    border: 0;
    color: var(--ink-soft);
  }

  tbody th {
    color: var(--ink-soft);
  }

  .code {
    color: inherit;
    font-weight: 600;
  }

  .number {
    text-align: end;
    white-space: nowrap;
  }

  td.facts {
    width: 99%;
    min-width: 9rem;
    line-height: inherit;
  }

  mark {
    padding: 0 0.25rem;
    margin-inline: -0.0625rem;
    border-radius: 0.1875rem;
    background: var(--accent-wash);
    box-shadow: inset 0 -2px 0 var(--accent);
    color: inherit;
    font-weight: 600;
  }

  pre {
    max-height: 12rem;
    margin: 0;
    padding: 0.625rem 0.75rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--raised);
    font: 0.75rem / 1.5 var(--mono);
    overflow: auto;
  }

  .try button {
    min-height: 2.25rem;
    color: var(--accent);
    font-size: var(--small);
  }

  .outcome {
    display: grid;
    gap: 0.5rem;
    padding-block-start: 0.25rem;
    font-size: var(--small);
  }

  .messages,
  .sources {
    display: grid;
    gap: 0.375rem;
    max-width: 72ch;
    padding: 0.375rem 0 0.375rem 1.125rem;
    list-style: disc;
    font-size: var(--small);
  }

  .place {
    padding: 0 0.25rem;
    border: 1px solid var(--line);
    border-radius: 0.1875rem;
    background: var(--raised);
    white-space: nowrap;
  }

  .sources b {
    font-weight: 600;
  }

  .sources .dates {
    color: var(--ink-soft);
    white-space: nowrap;
  }

  @media (max-width: 36rem) {
    .list li a {
      grid-template-columns: minmax(0, 1fr);
    }

    .search {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @media (forced-colors: active) {
    mark {
      outline: 1px solid Mark;
    }
  }

  @media print {
    .steps,
    .search,
    .try {
      display: none;
    }

    .example,
    .list section {
      break-inside: avoid;
    }
  }
`;
