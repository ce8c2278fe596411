// SPDX-License-Identifier: Apache-2.0
// Tables of one's own, and the list of all that are in force.
import { css } from 'lit';
import { progressStyles } from './progress.js';

export const packStyles = css`
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    margin-block: 0.5rem;
  }

  h3:focus-visible {
    outline-offset: 4px;
  }

  .progress {
    --track: var(--surface);
    display: grid;
    justify-items: start;
    gap: 0.5rem;
    margin-block: 0.75rem;
    padding: 0.75rem 1rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--raised);
  }

  .progress p {
    overflow-wrap: anywhere;
  }

  ${progressStyles}

  .status:not(:empty) {
    margin-block: 0.5rem;
    font-weight: 600;
  }

  .path {
    overflow-wrap: anywhere;
  }

  h4 {
    margin: 0;
    font-size: var(--body);
    font-weight: 600;
  }

  .yours {
    margin-block: 1rem 0.375rem;
    font-size: var(--small);
    font-weight: 400;
    color: var(--ink-soft);
  }

  .packs {
    display: grid;
    gap: 0.5rem;
  }

  .pack {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 0.125rem 0.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--line);
    border-inline-start: 4px solid var(--accent);
    border-radius: var(--radius);
  }

  .pack > :not(h4, .tools) {
    grid-column: 1 / -1;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    margin-inline-end: -0.625rem;
  }

  .facts {
    font-size: var(--small);
    color: var(--ink-soft);
  }

  .brings,
  .warning {
    font-size: var(--small);
  }

  .warning {
    padding-inline-start: 0.625rem;
    border-inline-start: 3px solid var(--may);
  }

  .pack ul {
    display: grid;
    gap: 0.375rem;
    padding-block: 0.25rem;
    font-size: var(--small);
    overflow-wrap: anywhere;
  }

  .pack .raw {
    display: block;
    font-size: 0.75rem;
  }

  .which,
  .all {
    margin-block: 0.5rem;
  }

  summary {
    padding-block: 0.3125rem;
  }

  dl {
    display: grid;
    gap: 0.5rem;
    padding-block: 0.375rem 0.625rem;
    font-size: var(--small);
  }

  table {
    table-layout: fixed;
    width: 100%;
    margin-block-start: 0.375rem;
    border-collapse: collapse;
    font-size: var(--small);
  }

  th,
  td {
    padding: 0.25rem 0.5rem 0.25rem 0;
    border-block-end: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
    overflow-wrap: anywhere;
  }

  thead th {
    color: var(--ink-soft);
  }

  thead th:nth-child(3) {
    width: 33%;
  }

  tr.own th,
  tr.own td {
    background: var(--accent-wash);
  }

  /* The roles are said in the markup: a row laid out as a grid is no row to a screen reader otherwise. */
  @media (max-width: 36rem) {
    .pack {
      grid-template-columns: minmax(0, 1fr);
    }

    .tools {
      justify-content: start;
      margin-inline-start: -0.625rem;
    }

    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    table,
    tbody {
      display: block;
    }

    tbody tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 0.75rem;
      padding-block: 0.375rem;
      border-block-end: 1px solid var(--line);
    }

    tbody th,
    tbody td {
      padding: 0;
      border: 0;
    }
  }
`;
