// SPDX-License-Identifier: Apache-2.0
// A claim of a batch, opened: the way back, what it is, what only the batch knows, the form.
import { css } from 'lit';

export const claimViewStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  article {
    display: grid;
    gap: 0.75rem;
  }

  .steps {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 1rem;
    margin-inline: -0.625rem;
  }

  .walk {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem;
  }

  .walk .hint {
    margin-inline: 0.625rem;
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25rem 1rem;
  }

  h1 {
    font-size: var(--title);
    font-weight: 600;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
  }

  h1:focus-visible {
    outline-offset: 4px;
  }

  .facts {
    flex: 1 1 16rem;
    font-size: var(--small);
    color: var(--ink-soft);
  }

  .tools {
    margin-inline-end: -0.625rem;
  }

  .notice {
    padding: 0.875rem 1.25rem;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 2);
    background: var(--surface);
  }

  .notice.problem {
    border-color: var(--deny);
  }

  .beside {
    display: grid;
    gap: 0.5rem;
    padding: 0.875rem 1.25rem;
    border: 1px solid var(--line);
    border-inline-start: 3px solid var(--may);
    border-radius: calc(var(--radius) * 2);
    background: var(--surface);
  }

  .beside h2 {
    font-size: var(--body);
    font-weight: 600;
  }

  .beside ul {
    display: grid;
    gap: 0.875rem;
  }

  .beside li {
    display: grid;
    gap: 0.25rem;
    justify-items: start;
    padding: 0;
    border: 0;
    background: none;
  }

  .beside .message,
  .beside .why {
    max-width: 72ch;
  }

  .beside .message {
    font-weight: 600;
  }

  .partners {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
  }

  @media print {
    .steps,
    .tools {
      display: none;
    }
  }
`;
