// SPDX-License-Identifier: Apache-2.0
// The screen of columns: a list to go through, the first rows below it.
import { css } from 'lit';

export const columnStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  section {
    display: grid;
    gap: 1.25rem;
    max-width: 64rem;
  }

  header,
  footer {
    display: grid;
    gap: 0.75rem;
    justify-items: start;
  }

  h2 {
    font-size: var(--large);
    outline: none;
  }

  .lead,
  .hint {
    max-width: 72ch;
    text-wrap: pretty;
  }

  .lead.pointed {
    color: var(--deny);
    font-weight: 600;
  }

  article {
    display: grid;
    gap: 0.75rem;
    min-width: 0;
    padding: 1.25rem;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 2);
    background: var(--surface);
  }

  h3 {
    font-size: var(--body);
    overflow-wrap: anywhere;
  }

  h4 {
    margin: 0.75rem 0 0;
    font-size: var(--small);
    font-weight: 600;
  }

  legend {
    padding: 0 0 0.25rem;
  }

  .sheets {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25rem;
    max-height: 12rem;
    overflow-y: auto;
    padding-inline: 0.125rem;
  }

  .tick {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-height: 2rem;
    font-size: var(--body);
    color: var(--ink);
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .tick input {
    flex: none;
    width: 1.125rem;
    height: 1.125rem;
    accent-color: var(--accent);
  }

  .needed {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem 0.5rem;
  }

  .needed li {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    padding: 0.375rem 0.75rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    font-size: var(--small);
    color: var(--ink-soft);
    overflow-wrap: anywhere;
  }

  .needed b {
    font-weight: 600;
    color: var(--ink);
  }

  .needed .lacking {
    border-color: var(--edge);
    background: var(--raised);
  }

  .icon {
    flex: none;
    width: 1rem;
    height: 1rem;
  }

  .icon.may {
    color: var(--may);
  }

  .icon.note {
    color: var(--ink-soft);
  }

  .icon.clean {
    color: var(--clean);
  }

  .icon .line {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
  }

  .icon .cut {
    fill: none;
    stroke: var(--surface);
    stroke-width: 1.6;
  }

  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--small);
  }

  th,
  td {
    padding: 0.375rem 0.75rem 0.375rem 0;
    border-block-end: 1px solid var(--line);
    text-align: start;
    vertical-align: middle;
    font-weight: 400;
    overflow-wrap: anywhere;
  }

  thead th {
    color: var(--ink-soft);
  }

  tbody th {
    width: 32%;
  }

  tbody th label {
    display: block;
    font-size: var(--body);
    color: var(--ink);
  }

  tr.open th label {
    font-weight: 600;
  }

  td:last-child {
    width: 38%;
    padding-inline-end: 0;
  }

  /* As wide as its cell: the browser need not measure a hundred options for it. */
  select {
    contain: inline-size;
    height: 2.25rem;
    font-size: var(--small);
  }

  .samples span {
    display: inline-block;
    max-width: 100%;
    margin-inline-end: 0.75rem;
  }

  .samples i {
    color: var(--ink-soft);
  }

  .scroll {
    overflow-x: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }

  .rows th,
  .rows td {
    width: auto;
    max-width: 16rem;
    padding: 0.375rem 0.75rem;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
    overflow-wrap: normal;
  }

  .rows tr:last-child td {
    border-block-end: 0;
  }

  .rows th {
    min-width: 6rem;
    background: var(--raised);
    vertical-align: bottom;
    white-space: normal;
  }

  .said {
    display: grid;
    gap: 0.375rem;
    font-size: var(--small);
  }

  .said li {
    padding-inline-start: 0.75rem;
    border-inline-start: 2px solid var(--may);
    margin-block-end: 0.375rem;
    max-width: 80ch;
    overflow-wrap: anywhere;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .aside {
    margin-inline-start: -0.625rem;
  }

  .status:empty {
    display: none;
  }

  /* The roles are said in the markup: a row laid out as a grid is no row to a screen reader otherwise. */
  @container (max-width: 40rem) {
    article {
      padding: 0.875rem;
    }

    article > table > thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    article > table > tbody > tr {
      display: grid;
      gap: 0.25rem;
      padding-block: 0.625rem;
      border-block-end: 1px solid var(--line);
    }

    article > table > tbody th,
    article > table > tbody td,
    article > table > tbody td:last-child {
      width: auto;
      padding: 0;
      border: 0;
    }
  }
`;
