// SPDX-License-Identifier: Apache-2.0
// The panel in which an 837 is written again: one part a file, what goes in, and what came of it.
import { css } from 'lit';

export const correctedStyles = css`
  dialog {
    width: min(40rem, calc(100vw - 1.5rem));
    max-height: calc(100dvh - 2rem);
    overflow-x: hidden;
    overflow-y: auto;
    overscroll-behavior: contain;
    overflow-wrap: anywhere;
  }

  .body {
    display: grid;
    gap: 1rem;
  }

  .file {
    display: grid;
    gap: 0.75rem;
    padding: 1rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }

  h3 {
    font-size: var(--body);
    font-weight: 600;
  }

  .part > svg,
  .lead > svg {
    flex: none;
    margin-block-start: 0.125rem;
  }

  .lead {
    display: flex;
    gap: 0.5rem;
  }

  .part {
    display: grid;
    grid-template-columns: 1.5rem 1fr;
    gap: 0.5rem;
  }

  .part > svg {
    justify-self: center;
  }

  .lead {
    font-weight: 600;
  }

  .offer {
    display: flex;
    align-items: start;
    gap: 0.5rem;
    color: var(--ink);
    font-size: var(--body);
    cursor: pointer;
  }

  .offer input {
    flex: none;
    width: 1.5rem;
    height: 1.5rem;
    margin: 0;
    accent-color: var(--accent);
  }

  .under {
    padding-inline-start: 2rem;
  }

  details ul,
  .result ul {
    max-height: 13rem;
    margin-block: 0.25rem;
    padding: 0.25rem 0.75rem;
    overflow-y: auto;
    border-inline-start: 2px solid var(--line);
    font-size: var(--small);
  }

  details li,
  .result li {
    padding-block: 0.1875rem;
  }

  .names {
    color: var(--ink-soft);
    font-size: var(--small);
  }

  .result {
    display: grid;
    gap: 0.375rem;
    padding: 0.75rem;
    border-radius: var(--radius);
    background: var(--clean-wash);
  }

  .result.some {
    background: var(--may-wash);
  }

  .result.none {
    background: var(--deny-wash);
  }

  .result .lead {
    color: var(--clean);
  }

  .result.some .lead {
    color: var(--may);
  }

  .result.none .lead {
    color: var(--deny);
  }

  /* It must be there before something is said in it. */
  [role='status']:empty {
    position: absolute;
  }

  progress {
    width: 100%;
    height: 0.5rem;
    accent-color: var(--accent);
  }

  [aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }

  @media (forced-colors: active) {
    .result {
      border: 1px solid CanvasText;
    }
  }
`;
