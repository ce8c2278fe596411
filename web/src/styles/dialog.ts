// SPDX-License-Identifier: Apache-2.0
// A question in a small panel of its own.
import { css } from 'lit';

export const dialogStyles = css`
  dialog {
    width: min(28rem, calc(100vw - 1.5rem));
    padding: 1.25rem;
    border: 1px solid var(--edge);
    border-radius: calc(var(--radius) * 2);
    background: var(--surface);
    color: var(--ink);
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }

  dialog form {
    display: grid;
    gap: 1rem;
  }

  dialog h2 {
    font-size: var(--large);
    line-height: 1.3;
  }

  dialog fieldset {
    display: grid;
    gap: 0.125rem;
  }

  dialog legend {
    padding: 0 0 0.375rem;
  }

  .tick {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-height: 2rem;
    font-size: var(--body);
    color: var(--ink);
    cursor: pointer;
  }

  .tick input {
    flex: none;
    width: 1.125rem;
    height: 1.125rem;
    margin: 0.1875rem;
    accent-color: var(--accent);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
`;
