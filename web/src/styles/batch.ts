// SPDX-License-Identifier: Apache-2.0
// A batch: figures, filters, the table with one finding opened beside it.
import { css } from 'lit';
import { progressStyles } from './progress.js';

export const batchStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  .batch {
    display: grid;
    gap: 1rem;
  }

  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
  }

  h1 {
    font-size: var(--title);
    font-weight: 600;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .tools button {
    min-height: 2rem;
    font-size: var(--small);
  }

  .progress,
  .notice {
    display: grid;
    justify-items: start;
    gap: 0.625rem;
    padding: 1.25rem;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 2);
    background: var(--surface);
  }

  .notice {
    gap: 0.25rem;
    padding: 0.875rem 1.25rem;
  }

  .notice.problem {
    border-color: var(--deny);
  }

  .notice.none {
    gap: 0.75rem;
    align-content: start;
  }

  .lead {
    font-size: var(--large);
    font-weight: 600;
  }

  ${progressStyles}

  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr));
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 2);
    background: var(--surface);
    overflow: hidden;
  }

  .figures li {
    display: grid;
    align-content: start;
    padding: 0.875rem 1rem;
    box-shadow: -1px -1px 0 var(--line);
  }

  .figures .value {
    font-size: var(--title);
    font-weight: 600;
    line-height: 1.2;
  }

  .figures .name {
    display: flex;
    align-items: center;
    gap: 0.375rem;
  }

  .files ul {
    padding-block: 0.375rem;
    font-size: var(--small);
  }

  .only {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
    padding: 0.25rem 0.25rem 0.25rem 1rem;
    border: 1px solid var(--accent);
    border-radius: var(--radius);
    background: var(--accent-wash);
    font-size: var(--small);
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 1.5rem;
  }

  .ways .files[open] {
    flex-basis: 100%;
  }

  .ways .files summary {
    padding-block: 0.3125rem;
  }

  .views {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
  }

  .views [aria-pressed='true'] {
    background: var(--accent-wash);
    font-weight: 600;
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.75rem 1rem;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }

  .chip {
    min-height: 2rem;
    padding: 0.125rem 0.75rem;
    gap: 0.375rem;
    border-radius: 2rem;
    border-color: var(--line);
    font-size: var(--small);
  }

  .chip[aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent-wash);
  }

  .chip[aria-pressed='false'] {
    color: var(--ink-soft);
  }

  .choices {
    display: grid;
    grid-template-columns: 13rem 11rem 10rem;
    gap: 0.5rem 0.75rem;
    margin-inline-start: auto;
  }

  .choice {
    display: grid;
    gap: 0.125rem;
    min-width: 0;
  }

  .choice input,
  .choice select {
    height: 2.25rem;
    font-size: var(--small);
  }

  .shown {
    flex-basis: 100%;
  }

  .work {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    height: max(24rem, calc(100dvh - 24rem));
  }

  .work.open {
    grid-template-columns: minmax(0, 1fr) minmax(20rem, 28rem);
  }

  .detail {
    display: grid;
    align-content: start;
    gap: 0.75rem;
    padding: 0.75rem 1.25rem 1.25rem;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 2);
    background: var(--surface);
    overflow: auto;
  }

  .steps {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    margin-inline: -0.625rem;
  }

  .detail h2 {
    font-size: var(--large);
    line-height: 1.35;
  }

  .detail h3 {
    font-size: var(--small);
    font-weight: 400;
    color: var(--ink-soft);
  }

  .todo {
    display: grid;
    gap: 0.25rem;
    margin-block-start: -0.5rem;
    padding-inline-start: 1.25rem;
    list-style: decimal;
  }

  .detail .details {
    padding-block-start: 0.875rem;
    border-block-start: 1px solid var(--line);
  }

  @media (forced-colors: active) {
    .chip[aria-pressed='true'],
    .views [aria-pressed='true'] {
      border-width: 3px;
      border-color: Highlight;
    }
  }

  @container (max-width: 56rem) {
    .choices {
      margin-inline-start: 0;
    }

    .work.open {
      grid-template-columns: minmax(0, 1fr);
      height: auto;
    }

    .work.open deltoid-findings-table {
      display: none;
    }
  }

  @container (max-width: 40rem) {
    .choices {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      width: 100%;
    }

    .choice.search {
      grid-column: 1 / -1;
    }

    /* The work is below: the figures are a short list. */
    .figures {
      grid-template-columns: minmax(0, 1fr);
    }

    .figures li {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 0.75rem;
      padding: 0.3125rem 1rem;
    }

    .figures .name {
      flex: 1;
    }

    .figures .value {
      order: 1;
      font-size: var(--body);
    }

    .figures .hint {
      order: 2;
    }

    .details > div {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
  }

  @media print {
    .tools button,
    .views,
    .buckets,
    .filters,
    .choices {
      display: none;
    }
  }
`;
