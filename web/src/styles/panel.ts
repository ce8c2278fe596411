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
`;
