// SPDX-License-Identifier: Apache-2.0
// What payers answered: over the styles of a batch and of its pictures, what a replay has besides.
import { css } from 'lit';

export const remittanceStyles = css`
  .pictures > .head {
    display: grid;
    gap: 0.75rem;
  }

  .head > .hint {
    max-width: 72ch;
    text-wrap: pretty;
  }

  .head .tools {
    align-items: center;
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

  .seen {
    fill: var(--accent);
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
  }

  .verdicts .under {
    padding-inline-start: 1.125rem;
    color: var(--ink-soft);
  }

  .verdicts .part {
    padding-inline-start: 1.125rem;
  }

  .scroll {
    width: 100%;
  }

  .wide .scroll {
    max-height: 34rem;
  }

  thead th {
    vertical-align: bottom;
  }

  td,
  th {
    vertical-align: top;
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
    min-width: 6rem;
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

  @container (max-width: 34rem) {
    .axis,
    .bar {
      grid-template-columns: minmax(0, 1fr) auto;
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
