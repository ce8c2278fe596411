// SPDX-License-Identifier: Apache-2.0
// The note of an injection beside the form: the note with its marks, and under it what it would fill.
import { css } from 'lit';

export const noteStyles = css`
  .note-way {
    margin-block-start: -0.75rem;
    margin-inline-start: -0.625rem;
  }

  .note-panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    padding: 1rem;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 2);
    background: var(--raised);
  }

  .note-head,
  .given-head,
  .note-actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 1rem;
  }

  .note-head h3 {
    flex: 1 1 12rem;
    font-size: var(--body);
    font-weight: 600;
  }

  .note-panel textarea {
    width: 100%;
    min-height: 7rem;
    padding: 0.625rem;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--surface);
    color: inherit;
    font: inherit;
    resize: vertical;
  }

  .note-panel textarea:focus-visible {
    outline-offset: -1px;
  }

  .note-text {
    max-height: 14rem;
    overflow: auto;
    padding: 0.75rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    line-height: 1.8;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .note-text mark {
    padding: 0.125rem 0.125rem;
    border-block-end: 2px solid var(--accent);
    border-radius: 2px 2px 0 0;
    background: var(--accent-wash);
    color: inherit;
  }

  .note-text mark.pointed {
    background: var(--accent);
    color: var(--accent-ink);
  }

  .note-found {
    display: grid;
    gap: 0.25rem;
    outline: none;
  }

  .note-found .link {
    margin-inline-start: 0.5rem;
  }

  .note-reading {
    padding-block: 1.5rem;
    color: var(--ink-soft);
    outline: none;
  }

  .note-actions .hint {
    flex: 1 1 12rem;
  }

  .note-actions .hint:empty {
    display: none;
  }

  .note-panel button.primary:disabled {
    border-color: var(--line);
    background: none;
    color: var(--ink-soft);
    text-decoration: none;
  }

  .note-problem {
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--may);
    border-radius: var(--radius);
    background: var(--may-wash);
    font-size: var(--small);
  }

  .given {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    padding-block-start: 1rem;
    border-block-start: 1px solid var(--line);
  }

  .given-head h4 {
    flex: 1 1 12rem;
    margin: 0;
    font-size: var(--body);
    font-weight: 600;
    outline: none;
    overflow-wrap: anywhere;
  }

  .given-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.5rem;
  }

  .given-line select {
    width: auto;
    max-width: 100%;
  }

  .offers {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }

  .offer {
    display: grid;
    grid-template-columns: 1.25rem minmax(0, 3fr) minmax(0, 2fr);
    gap: 0.125rem 0.75rem;
    align-items: center;
    min-height: 2.25rem;
    padding: 0.25rem 0.75rem;
    font-size: var(--small);
    overflow-wrap: anywhere;
  }

  .offer + .offer {
    border-block-start: 1px solid var(--line);
  }

  .offer.pointed {
    box-shadow: inset 3px 0 0 var(--accent);
  }

  .offer.differs,
  .offer.open {
    background: var(--may-wash);
  }

  .offer input {
    width: 1.125rem;
    height: 1.125rem;
    margin: 0;
    padding: 0;
    accent-color: var(--accent);
  }

  .offer label {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75rem;
    min-height: 1.75rem;
    font-size: var(--small);
    color: inherit;
  }

  .offer-name {
    flex: 0 0 9rem;
    color: var(--ink-soft);
  }

  .offer-fixed,
  .offer-choices {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75rem;
    grid-column: 2;
  }

  .offer-choices {
    display: grid;
    grid-template-columns: 9rem minmax(0, 1fr);
  }

  .offer-choices legend {
    float: inline-start;
    grid-row: 1 / 20;
    align-self: start;
    padding: 0.375rem 0 0;
    font-size: var(--small);
  }

  .offer-choices label {
    grid-column: 2;
    gap: 0.5rem;
    flex-wrap: nowrap;
  }

  .offer-words {
    grid-column: 3;
    color: var(--ink-soft);
  }

  @container (max-width: 56rem) {
    .note-panel,
    .given {
      scroll-margin-block-start: 5rem;
    }
  }

  @container (max-width: 40rem) {
    .note-panel {
      padding: 0.75rem;
    }

    .offer {
      grid-template-columns: 1.25rem minmax(0, 1fr);
    }

    .offer-words {
      grid-column: 2;
    }

    .offer-name {
      flex: 0 0 100%;
    }

    .offer-choices {
      grid-template-columns: minmax(0, 1fr);
    }

    .offer-choices legend,
    .offer-choices label {
      grid-column: 1;
      grid-row: auto;
    }
  }

  @media (forced-colors: active) {
    .note-text mark {
      border-block-end-color: Highlight;
    }

    .note-text mark.pointed {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }

    .offer.pointed {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }

  @media print {
    .note-way,
    .note-panel {
      display: none;
    }
  }
`;
