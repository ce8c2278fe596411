// SPDX-License-Identifier: Apache-2.0
// Buttons, boxes and disclosures: the same everywhere.
import { css } from 'lit';

export const controlStyles = css`
  button,
  input,
  select {
    font: inherit;
    font-variant-numeric: inherit;
    color: inherit;
  }

  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-height: var(--target);
    padding: 0.25rem 0.875rem;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--surface);
    text-align: start;
    cursor: pointer;
  }

  button:hover:not(:disabled) {
    border-color: var(--accent);
    color: var(--accent);
  }

  button:disabled {
    color: var(--ink-soft);
    border-color: var(--line);
    cursor: default;
  }

  button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--accent-ink);
    font-weight: 600;
  }

  button.primary:hover:not(:disabled) {
    color: var(--accent-ink);
    text-decoration: underline;
  }

  button.quiet {
    min-height: 2rem;
    padding: 0.125rem 0.625rem;
    border-color: transparent;
    background: transparent;
    color: var(--accent);
    font-size: var(--small);
  }

  button.quiet:hover:not(:disabled) {
    background: var(--accent-wash);
  }

  button.quiet:disabled {
    color: var(--ink-soft);
    opacity: 0.7;
  }

  button.link {
    display: inline;
    min-height: 1.5rem;
    padding: 0.125rem 0;
    border: 0;
    background: none;
    color: var(--accent);
    font-size: var(--small);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  input,
  select {
    width: 100%;
    height: var(--target);
    padding: 0 0.625rem;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--surface);
  }

  select {
    padding-inline-end: 0.25rem;
    text-overflow: ellipsis;
  }

  input:focus-visible,
  select:focus-visible {
    outline-offset: -1px;
  }

  input:read-only,
  select:disabled {
    background: var(--raised);
    color: var(--ink);
    opacity: 1;
  }

  label,
  legend,
  .label {
    font-size: var(--small);
    color: var(--ink-soft);
  }

  .box {
    margin-inline-start: 0.375rem;
    font-size: 0.6875rem;
    letter-spacing: 0.02em;
    opacity: 0.9;
  }

  .hint {
    font-size: var(--small);
    color: var(--ink-soft);
  }

  summary {
    min-height: 1.5rem;
    font-size: var(--small);
    color: var(--accent);
    cursor: pointer;
  }

  .code {
    font-size: var(--small);
    color: var(--ink-soft);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    button:disabled {
      color: GrayText;
      border-color: GrayText;
      opacity: 1;
    }

    button.quiet,
    button.link {
      border-color: ButtonBorder;
    }
  }

  @media (pointer: coarse) {
    button.quiet,
    summary {
      min-height: 2.5rem;
    }
  }
`;
