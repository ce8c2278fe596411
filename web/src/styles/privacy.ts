// SPDX-License-Identifier: Apache-2.0
// The privacy panel: text to be read, and the table of what was tried.
import { css } from 'lit';

export const privacyStyles = css`
  .primary {
    margin-block: 0.5rem;
  }

  .bullets {
    display: grid;
    gap: 0.375rem;
    max-width: 72ch;
    padding-inline-start: 1.25rem;
    list-style: disc;
  }

  .told {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    font-weight: 600;
  }

  .told.clean {
    margin-block-end: 0.5rem;
    color: var(--clean);
  }

  .told.deny {
    margin-block-end: 0.5rem;
    color: var(--deny);
  }

  table {
    table-layout: fixed;
    width: 100%;
    border-collapse: collapse;
    font-size: var(--small);
  }

  th,
  td {
    padding: 0.25rem 0.75rem 0.25rem 0;
    border-block-end: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
    overflow-wrap: break-word;
    hyphens: auto;
  }

  thead th {
    color: var(--ink-soft);
  }

  thead th:first-child {
    width: 45%;
  }

  td .badge {
    vertical-align: baseline;
  }

  td .hint {
    margin-inline-start: 0.375rem;
  }

  dl {
    display: grid;
    gap: 0.25rem;
    margin-block: 0.375rem;
  }

  dl > div {
    display: grid;
    grid-template-columns: minmax(6rem, 12rem) minmax(0, 1fr);
    gap: 0 1rem;
  }

  dt {
    font-size: var(--small);
    color: var(--ink-soft);
  }

  .policy {
    display: grid;
    gap: 0.125rem;
  }

  @media (max-width: 36rem) {
    dl > div {
      grid-template-columns: minmax(0, 1fr);
      margin-block-end: 0.375rem;
    }

    td .hint {
      display: block;
      margin-inline-start: 1.375rem;
    }
  }
`;
