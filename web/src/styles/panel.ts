// SPDX-License-Identifier: Apache-2.0
// What the panels share: text to be read, under headings.
import { css } from 'lit';

export const panelStyles = css`
  :host {
    display: block;
  }

  h3 {
    margin-block: 1.25rem 0.375rem;
    font-size: var(--body);
  }

  p {
    max-width: 72ch;
    text-wrap: pretty;
  }

  .refusal {
    display: grid;
    gap: 0.375rem;
    margin-block: 0.75rem;
    padding: 0.75rem 1rem;
    border: 1px solid var(--deny);
    border-inline-start-width: 4px;
    border-radius: var(--radius);
    background: var(--deny-wash);
  }

  .refusal ul {
    display: grid;
    gap: 0.5rem;
    font-size: var(--small);
  }
`;
