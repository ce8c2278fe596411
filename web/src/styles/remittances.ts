// SPDX-License-Identifier: Apache-2.0
// What payers answered: over the styles of a batch and of its pictures, what a replay has besides.
import { css } from 'lit';

export const remittanceStyles = css`
  .pictures > .head {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: 0.75rem 2rem;
  }

  .head > .hint {
    flex: 1 1 20rem;
    max-width: 72ch;
    text-wrap: pretty;
  }

  .head .tools {
    flex: 0 1 27rem;
  }

  .head .tools .hint {
    flex-basis: 100%;
  }

  .notice {
    justify-items: start;
  }

  .notice p {
    max-width: 72ch;
    overflow-wrap: anywhere;
  }

  .notice.none .primary {
    margin-block: 0.25rem;
  }

  .track .missed,
  .stack .missed {
    fill: var(--deny);
  }

  .track .alarm,
  .stack .alarm {
    fill: var(--may);
  }

  .track .pass,
  .stack .pass {
    fill: var(--clean);
  }

  .track .seen,
  .stack .seen {
    fill: var(--accent);
  }

  .bar .name {
    line-height: 1.25;
    white-space: normal;
  }

  .narrow .axis,
  .narrow .bar {
    grid-template-columns: 5rem minmax(0, 1fr) 6.5rem;
  }

  .bars rect {
    stroke: var(--surface);
    stroke-width: 1;
  }

  .apart .bars .track {
    height: 1.375rem;
  }

  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
    font-size: var(--small);
    color: var(--ink-soft);
  }

  .swatch {
    display: inline-block;
    width: 0.75rem;
    height: 0.75rem;
    vertical-align: -0.0625rem;
  }

  .axis,
  .bar {
    grid-template-columns: 13rem minmax(0, 1fr) 6.5rem;
  }

  div.bar:hover:not(:disabled) {
    background: none;
  }

  div.bar {
    border: 1px solid transparent;
  }

  .sentences {
    display: grid;
    gap: 0.25rem;
    max-width: 72ch;
    font-size: var(--small);
  }

  .verdicts .under {
    padding-inline-start: 1.125rem;
    color: var(--ink-soft);
  }

  .verdicts .scroll {
    max-height: none;
  }

  .scroll {
    width: 100%;
  }

  /* Many columns want the room of both. */
  .chart:has(details[open]) {
    grid-column: 1 / -1;
  }

  .text {
    min-width: 11rem;
  }

  .wide .scroll {
    max-height: 45rem;
  }

  thead th {
    vertical-align: bottom;
  }

  tbody td,
  tbody th {
    vertical-align: baseline;
  }

  td.number,
  th.number {
    white-space: nowrap;
  }

  thead th.number {
    min-width: 4rem;
    white-space: normal;
  }

  tbody th {
    min-width: 7rem;
  }

  .soft {
    color: var(--ink-soft);
  }

  .below {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 1rem;
    margin-block-start: 0.25rem;
  }

  .wide {
    gap: 0.75rem;
    outline-offset: -2px;
  }

  .wide .part {
    display: grid;
    gap: 0.25rem;
    width: 100%;
    padding-block-start: 0.75rem;
    border-block-start: 1px solid var(--line);
  }

  h3 {
    font-size: var(--body);
    font-weight: 600;
  }

  .count {
    font-weight: 400;
    color: var(--ink-soft);
  }

  .tick {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-height: 1.5rem;
  }

  .tick input {
    width: 1.125rem;
    height: 1.125rem;
    margin: 0;
    accent-color: var(--accent);
  }

  .by-payer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
  }

  .by-payer select {
    width: auto;
    max-width: 20rem;
    height: 2rem;
    font-size: var(--small);
  }

  @container (max-width: 40rem) {
    .figures .name {
      flex: 1 0 auto;
    }
  }

  @container (max-width: 34rem) {
    .axis,
    .bar,
    .narrow .axis,
    .narrow .bar {
      grid-template-columns: minmax(0, 1fr) auto;
      row-gap: 0.125rem;
    }

    .bars li + li {
      margin-block-start: 0.25rem;
    }

    .by-payer select {
      max-width: 100%;
    }
  }

  @media (forced-colors: active) {
    .track .seen,
    .stack .seen {
      fill: Highlight;
    }

    .track .missed,
    .stack .missed {
      fill: CanvasText;
    }

    .track .alarm,
    .stack .alarm,
    .track .pass,
    .stack .pass {
      fill: GrayText;
    }

    .bars rect,
    .stack rect {
      stroke: Canvas;
    }
  }

  @media print {
    .below button,
    .chips,
    .by-payer {
      display: none;
    }

    .scroll {
      max-height: none;
    }
  }
`;
