// SPDX-License-Identifier: Apache-2.0
// The work queue's table, over the table of findings: columns as chosen, boxes to tick, cards on a narrow screen.
import { css } from 'lit';

export const queueTableStyles = css`
  .queue .row {
    grid-template-columns: var(--columns);
    /* Columns that do not fit are scrolled to, within the table. */
    min-width: var(--least);
  }

  .queue .body {
    min-width: var(--least);
  }

  .queue .head button {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    min-height: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    color: inherit;
    cursor: pointer;
  }

  .queue .head button:hover {
    color: var(--accent);
  }

  .queue .head [aria-sort] button {
    color: var(--ink);
    font-weight: 600;
  }

  .queue .way {
    font-size: 0.6875rem;
  }

  .queue .row > .pick,
  .queue .row > .verdict,
  .queue .row > .day {
    overflow: visible;
  }

  .queue .pick {
    display: grid;
    place-items: center;
    align-self: stretch;
    cursor: pointer;
  }

  .queue .pick input {
    width: 1.125rem;
    height: 1.125rem;
    margin: 0;
    accent-color: var(--accent);
    cursor: pointer;
  }

  .queue b {
    font-weight: 600;
  }

  .queue .rule,
  .queue .soft,
  .queue .patient,
  .queue .done .problem,
  .queue .file {
    color: var(--ink-soft);
  }

  .queue .claim {
    font-weight: 400;
  }

  .queue .late {
    color: var(--deny);
  }

  .queue .soon {
    color: var(--may);
  }

  .queue .mark,
  .queue .more {
    padding-inline: 0.375rem;
    border: 1px solid var(--line);
    border-radius: 1rem;
    font-size: 0.75rem;
    color: var(--ink-soft);
  }

  .queue .mark {
    border-color: var(--clean);
    color: var(--clean);
  }

  .queue .unit {
    display: none;
  }

  @container (max-width: 60rem) {
    .queue .rule {
      display: revert;
    }
  }

  @container (max-width: 42rem) {
    .queue .row {
      grid-template-columns: 2rem minmax(0, 1fr) auto;
      grid-template-rows: 1.5rem 1.25rem auto;
      min-width: 0;
      height: 6.75rem;
      row-gap: 0;
      column-gap: 0.5rem;
    }

    .queue .body {
      min-width: 0;
    }

    .queue .row > * {
      display: none;
    }

    .queue .row > .pick {
      display: grid;
      grid-row: 1 / -1;
      align-self: start;
      margin-block-start: -0.25rem;
    }

    .queue .row > .verdict {
      display: block;
      grid-column: 2;
      grid-row: 1;
    }

    .queue .row > .risk {
      display: block;
      grid-column: 3;
      grid-row: 1;
    }

    .queue .row > .claim {
      display: block;
      grid-column: 2;
      grid-row: 2;
    }

    .queue .row > .left {
      display: block;
      grid-column: 3;
      grid-row: 2;
    }

    .queue .row > .problem {
      display: -webkit-box;
      grid-column: 2 / -1;
      grid-row: 3;
    }

    .queue .head {
      display: none;
    }

    .queue .unit {
      display: inline;
    }
  }
`;
