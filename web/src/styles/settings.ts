// SPDX-License-Identifier: Apache-2.0
// The panel of profile and tables.
import { css } from 'lit';

export const settingsStyles = css`
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: end;
    margin-block: 0.5rem;
  }

  .field {
    display: grid;
    gap: 0.25rem;
    flex: 0 1 20rem;
    min-width: 0;
  }

  table {
    table-layout: fixed;
    width: 100%;
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

  .refusal {
    display: grid;
    gap: 0.375rem;
    margin-block: 0.75rem;
    padding: 0.75rem 1rem;
    border: 1px solid var(--deny);
    border-inline-start-width: 4px;
    border-radius: var(--radius);
    background: var(--deny-wash);
  }

  .refusal ul {
    display: grid;
    gap: 0.25rem;
    font-size: var(--small);
  }
`;
