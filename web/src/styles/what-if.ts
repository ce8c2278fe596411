// SPDX-License-Identifier: Apache-2.0
// What if: choices above, the grid, one variant opened below it.
import { css } from 'lit';

export const whatIfStyles = css`
  :host {
    display: block;
    width: 100%;
    max-width: 84rem;
    margin-inline: auto;
  }

  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }

  h1 {
    font-size: var(--title);
    font-weight: 600;
    letter-spacing: -0.01em;
    outline: none;
  }

  a {
    color: var(--accent);
  }

  .none {
    display: grid;
    justify-items: start;
    gap: 0.5rem;
    padding: 1.25rem;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 2);
    background: var(--surface);
  }

  .lead {
    font-size: var(--large);
    font-weight: 600;
  }

  .choices {
    display: grid;
    gap: 0.75rem;
  }

  fieldset {
    display: grid;
    gap: 0.25rem;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.375rem;
  }

  .chip {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    min-height: 2rem;
    padding: 0.125rem 0.75rem 0.125rem 0.5rem;
    border: 1px solid var(--line);
    border-radius: 2rem;
    background: var(--surface);
    color: var(--ink);
    cursor: pointer;
  }

  .chip:has(:checked) {
    border-color: var(--accent);
    background: var(--accent-wash);
  }

  .chip:has(:disabled) {
    cursor: default;
  }

  .chip:has(:focus-visible) {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  .chip input {
    width: 1rem;
    height: 1rem;
    margin: 0;
    accent-color: var(--accent);
    outline: none;
  }

  .chips select,
  .add input {
    width: auto;
    max-width: 100%;
    height: 2rem;
    font-size: var(--small);
  }

  .add {
    display: flex;
    gap: 0.25rem;
  }

  .add input {
    width: 10.5rem;
  }

  .scroll {
    position: relative; /* what is for the ear only must not widen the page */
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 2);
    background: var(--surface);
    overflow-x: auto;
  }

  table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-size: var(--small);
  }

  th,
  td {
    padding: 0.1875rem;
    border-block-end: 1px solid var(--line);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }

  tbody tr:last-child > * {
    border-block-end: 0;
  }

  thead th {
    padding: 0.375rem 0.75rem;
    color: var(--ink-soft);
    vertical-align: bottom;
  }

  thead th b {
    color: var(--ink);
  }

  thead th span {
    display: block;
    font-size: 0.75rem;
  }

  .days th,
  .first {
    border-inline-start: 1px solid var(--edge);
  }

  .days th {
    font-weight: 600;
    color: var(--ink);
  }

  .payer {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    min-width: 7.5rem;
    padding: 0.625rem 0.75rem;
    border-inline-end: 1px solid var(--line);
    background: var(--surface);
  }

  thead .payer {
    padding-block: 0.375rem;
  }

  .cell {
    display: grid;
    justify-content: stretch;
    align-content: start;
    gap: 0.0625rem;
    width: 100%;
    min-width: 7.25rem;
    min-height: 3.25rem;
    padding: 0.375rem 0.5rem;
    border: 1px solid transparent;
    background: none;
    color: var(--ink-soft);
  }

  .cell:hover:not(:disabled) {
    border-color: var(--edge);
    color: var(--ink);
    background: var(--raised);
  }

  .cell:focus-visible {
    outline-offset: -2px;
  }

  .cell .what {
    font-size: 0.75rem;
    line-height: 1.4;
  }

  .cell.differs {
    border-color: var(--accent);
    background: var(--accent-wash);
    color: var(--ink);
  }

  .cell.verdict-differs {
    border-width: 2px;
  }

  .cell.own {
    border: 2px solid var(--edge);
    color: var(--ink);
    font-weight: 600;
  }

  .cell.opened {
    box-shadow: inset 0 0 0 2px var(--accent);
  }

  .change {
    white-space: nowrap;
  }

  .detail {
    display: grid;
    gap: 0.625rem;
    padding: 1rem 1.25rem;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 2);
    background: var(--surface);
  }

  .detail header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.375rem 1.25rem;
  }

  .detail header p {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
    font-size: var(--small);
  }

  .detail h2 {
    font-size: var(--body);
    font-weight: 600;
  }

  .detail h3 {
    font-size: var(--small);
    font-weight: 400;
    color: var(--ink-soft);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
    margin-inline-start: auto;
  }

  .actions button {
    min-height: 2rem;
    font-size: var(--small);
  }

  .detail ul {
    display: grid;
    gap: 0.375rem;
    max-width: 72ch;
    font-size: var(--small);
  }

  .detail li {
    display: grid;
    grid-template-columns: 1rem minmax(0, 1fr);
  }

  .detail li.gone > span:last-child {
    color: var(--ink-soft);
  }

  @media (max-width: 36rem) {
    .payer {
      min-width: 0;
      padding-inline: 0.625rem;
    }
  }

  @media (forced-colors: active) {
    .cell.differs {
      border: 2px solid Highlight;
    }

    .cell.own {
      border: 2px dashed CanvasText;
    }
  }

  @media print {
    .choices,
    .actions {
      display: none;
    }

    .scroll {
      overflow: visible;
    }
  }
`;
