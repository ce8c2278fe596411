// SPDX-License-Identifier: Apache-2.0
// The table of findings: dense rows of two rem, two lines a row on a narrow screen.
import { css } from 'lit';

export const tableStyles = css`
  :host {
    display: block;
    min-height: 0;
    container-type: size;
  }

  .scroller {
    height: 100%;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 2);
    background: var(--surface);
    font-size: var(--small);
  }

  .scroller:focus-visible {
    outline-offset: -2px;
  }

  .body {
    position: relative;
  }

  .row {
    display: grid;
    grid-template-columns: 10rem 9rem 3rem minmax(10rem, 1fr) 5rem 6rem;
    column-gap: 0.75rem;
    align-items: center;
    height: 2rem;
    padding-inline: 0.75rem;
    border-block-end: 1px solid var(--line);
  }

  .files .row {
    grid-template-columns: 10rem 9rem 9rem 3rem minmax(10rem, 1fr) 5rem 6rem;
  }

  /* The rows that are drawn, at their place among all. */
  .drawn {
    position: absolute;
    inset-inline: 0;
    top: 0;
  }

  .body .row {
    /* What changes in one row does not lay out the others. */
    contain: layout style;
    cursor: pointer;
  }

  .body .row:hover {
    background: var(--raised);
  }

  .body .row.opened {
    background: var(--accent-wash);
  }

  .badge {
    display: flex;
  }

  .scroller:focus-visible .row.active {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }

  .row.active {
    box-shadow: inset 3px 0 0 var(--accent);
  }

  .row > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .head {
    position: sticky;
    top: 0;
    z-index: 1;
    background: var(--raised);
    color: var(--ink-soft);
  }

  .probe {
    position: absolute;
    visibility: hidden;
    inset-inline: 0;
  }

  /* Money is never cut off; and what clips costs at every frame of scrolling. */
  .row > .number {
    overflow: visible;
    text-align: end;
  }

  .rule {
    color: var(--ink-soft);
  }

  .claim,
  .risk {
    font-weight: 600;
  }

  @media (forced-colors: active) {
    .row.active {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }

  @container (max-width: 60rem) {
    .row {
      grid-template-columns: 9.5rem 7rem 2rem minmax(8rem, 1fr) 5rem;
    }

    .files .row {
      grid-template-columns: 9.5rem 7rem 7rem 2rem minmax(8rem, 1fr) 5rem;
    }

    .rule {
      display: none;
    }
  }

  @container (max-width: 42rem) {
    .head {
      display: none;
    }

    .row,
    .files .row {
      grid-template-columns: minmax(0, 1fr) auto;
      grid-template-rows: auto auto;
      align-content: center;
      row-gap: 0.125rem;
      height: 5.5rem;
    }

    .problem {
      grid-column: 1 / -1;
      grid-row: 2;
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      white-space: normal;
    }

    .claim {
      grid-column: 2;
      grid-row: 1;
    }

    .risk,
    .rule,
    .file,
    .line {
      display: none;
    }
  }
`;
