// SPDX-License-Identifier: Apache-2.0
// The pictures of a batch: calm bars, figures at their end, a fine grid behind them.
import { css } from 'lit';

export const pictureStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  .pictures {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }

  .notice {
    padding: 0.875rem 1.25rem;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 2);
    background: var(--surface);
  }

  .charts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr));
    gap: 1rem;
  }

  .chart {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
    align-content: start;
    justify-items: start;
    padding: 1rem 1.25rem;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 2);
    background: var(--surface);
  }

  .chart > * {
    max-width: 100%;
  }

  h2 {
    font-size: var(--body);
    font-weight: 600;
  }

  .choose {
    margin-block-end: -0.5rem;
  }

  .share {
    font-size: var(--large);
  }

  .track {
    display: block;
    width: 100%;
    height: 1.125rem;
    overflow: visible;
  }

  .track rect {
    fill: var(--accent);
  }

  .track line {
    stroke: var(--line);
    shape-rendering: crispEdges;
  }

  .stack {
    height: 1.75rem;
  }

  .stack rect {
    stroke: var(--surface);
    stroke-width: 2;
  }

  .stack .clean {
    fill: var(--clean);
  }

  .stack .may {
    fill: var(--may);
  }

  .stack .deny {
    fill: var(--deny);
  }

  .axis,
  .bars,
  details {
    width: 100%;
  }

  .axis,
  .bar {
    display: grid;
    grid-template-columns: 13rem minmax(0, 1fr) 5.5rem;
    gap: 0.75rem;
  }

  .axis {
    margin-block-end: -0.25rem;
  }

  .scale {
    grid-column: 2;
    width: 100%;
    height: 1.25rem;
    overflow: visible;
    font-size: 0.75rem;
    fill: var(--ink-soft);
  }

  .scale text {
    text-anchor: middle;
  }

  .bar {
    align-items: center;
    width: calc(100% + 1rem);
    min-height: 2rem;
    margin-inline: -0.5rem;
    padding: 0.1875rem 0.5rem;
    border-color: transparent;
    background: none;
    font-size: var(--small);
  }

  .bar:hover:not(:disabled) {
    border-color: transparent;
    background: var(--raised);
    color: inherit;
  }

  .bar:focus-visible {
    outline-offset: -2px;
  }

  .bar .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .bar b {
    font-weight: 600;
  }

  .bar .more {
    color: var(--ink-soft);
  }

  .money,
  .number {
    text-align: end;
    white-space: nowrap;
  }

  .scroll {
    position: relative; /* what is for the ear only must not widen the page */
    max-height: 24rem;
    overflow: auto;
  }

  table {
    width: 100%;
    margin-block-start: 0.375rem;
    border-collapse: collapse;
    font-size: var(--small);
  }

  th,
  td {
    padding: 0.25rem 0 0.25rem 0.75rem;
    border-block-start: 1px solid var(--line);
    font-weight: 400;
    text-align: start;
  }

  th:first-child {
    padding-inline-start: 0;
  }

  th.number {
    text-align: end;
  }

  thead th {
    border: 0;
    color: var(--ink-soft);
  }

  .legend {
    position: relative;
    width: auto;
  }

  .legend th {
    min-width: 12rem;
    border: 0;
  }

  .legend td {
    border: 0;
  }

  .legend .icon {
    position: relative;
    top: 0.125em;
    margin-inline-end: 0.25rem;
  }

  @container (max-width: 34rem) {
    .axis,
    .bar {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .bar .name {
      white-space: normal;
    }

    .bar .track {
      grid-column: 1 / -1;
      grid-row: 2;
      height: 0.75rem;
    }

    .axis {
      display: none;
    }

    .legend th {
      min-width: 0;
    }
  }

  @media (forced-colors: active) {
    .track rect {
      fill: Highlight;
    }

    .stack .clean {
      fill: CanvasText;
    }

    .stack .may {
      fill: GrayText;
    }

    .stack rect {
      stroke: CanvasText;
    }

    .stack .deny {
      fill: Highlight;
    }

    .scale {
      fill: CanvasText;
    }
  }

  @media print {
    .chart {
      break-inside: avoid;
    }

    .track rect {
      print-color-adjust: exact;
    }

    .choose,
    summary {
      display: none;
    }
  }
`;
