// SPDX-License-Identifier: Apache-2.0
// A finding as it looks wherever it is shown, and the verdicts' shapes.
import { css } from 'lit';

export const findingStyles = css`
  .icon {
    flex: none;
    width: 1em;
    height: 1em;
    overflow: visible;
  }

  .icon .line {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .icon .cut {
    fill: none;
    stroke: var(--surface);
    stroke-width: 1.7;
    stroke-linecap: round;
  }

  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    font-size: var(--small);
    font-weight: 600;
    white-space: nowrap;
  }

  .deny > .icon,
  .badge.deny,
  .icon.deny {
    color: var(--deny);
  }

  .badge.may,
  .icon.may,
  .badge.chart,
  .icon.chart,
  .badge.payer,
  .icon.payer {
    color: var(--may);
  }

  .badge.clean,
  .icon.clean {
    color: var(--clean);
  }

  .badge.note,
  .badge.unchecked,
  .icon.note,
  .icon.unchecked {
    color: var(--ink-soft);
    font-weight: 400;
  }

  .message {
    font-weight: 600;
    max-width: 72ch;
    text-wrap: pretty;
  }

  .why {
    max-width: 72ch;
    color: var(--ink-soft);
    text-wrap: pretty;
  }

  .details {
    display: grid;
    gap: 0.25rem;
    font-size: var(--small);
    overflow-wrap: anywhere;
  }

  .details > div {
    display: grid;
    grid-template-columns: 7rem minmax(0, 1fr);
    gap: 0.5rem;
  }

  .details ul {
    display: grid;
    gap: 0.25rem;
  }

  .details dt {
    color: var(--ink-soft);
  }

  .details .code {
    color: inherit;
  }

  .rule-link {
    color: var(--accent);
    text-underline-offset: 0.2em;
  }

  @media (forced-colors: active) {
    .icon .cut {
      stroke: Canvas;
    }
  }

  @media print {
    .finding {
      break-inside: avoid;
    }
  }
`;
