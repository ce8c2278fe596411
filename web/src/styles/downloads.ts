// SPDX-License-Identifier: Apache-2.0
// The panel of what can be saved: under its button, over what is below.
import { css } from 'lit';

export const downloadStyles = css`
  :host {
    position: relative;
    display: inline-block;
  }

  :host > button {
    min-height: 2rem;
  }

  button {
    font-size: var(--small);
  }

  :host([quiet]) > button,
  :host([quiet]) button[aria-controls] {
    min-height: 2rem;
    padding: 0.125rem 0.625rem;
    border-color: transparent;
    background: transparent;
    color: var(--accent);
  }

  .arrow {
    width: 0.4375rem;
    height: 0.4375rem;
    border-inline-end: 1.5px solid currentColor;
    border-block-end: 1.5px solid currentColor;
    transform: translateY(-0.125rem) rotate(45deg);
  }

  button[aria-controls] {
    min-height: 2rem;
  }

  #panel {
    position: absolute;
    z-index: 3;
    inset-block-start: calc(100% + 0.375rem);
    inset-inline-end: 0;
    width: min(25rem, calc(100vw - 1.5rem));
    padding: 0.5rem 1rem 0.875rem;
    border: 1px solid var(--edge);
    border-radius: calc(var(--radius) * 2);
    background: var(--surface);
    box-shadow: 0 0.5rem 1.5rem rgb(0 0 0 / 14%);
    text-align: start;
  }

  :host([up]) #panel {
    inset-block: auto calc(100% + 0.375rem);
    inset-inline: 0 auto;
  }

  li {
    display: grid;
    justify-items: start;
    padding-block: 0.375rem 0.5rem;
    border-block-end: 1px solid var(--line);
  }

  .choice {
    min-height: 1.75rem;
    padding: 0;
    border: 0;
    background: none;
    color: var(--accent);
    font-weight: 600;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }

  .choice[aria-disabled='true'] {
    color: var(--ink-soft);
    cursor: default;
  }

  .tick {
    display: flex;
    align-items: start;
    gap: 0.5rem;
    padding-block: 0.75rem 0.25rem;
    color: var(--ink);
  }

  .tick input {
    flex: none;
    width: 1.5rem;
    height: 1.5rem;
    margin: 0 0 0 -0.125rem;
    accent-color: var(--accent);
  }

  .tick span {
    padding-block-start: 0.125rem;
  }

  .note {
    padding-block-start: 0.5rem;
  }

  .status {
    font-size: var(--small);
    overflow-wrap: anywhere;
  }

  .status:not(:empty) {
    padding-block-start: 0.5rem;
  }

  @media (max-width: 36rem) {
    #panel {
      position: fixed;
      inset: auto 0.75rem 0.75rem;
      width: auto;
      max-height: calc(100dvh - 1.5rem);
      overflow: auto;
    }

    :host([up]) #panel {
      inset: auto 0.75rem 0.75rem;
    }
  }

  .print-hint {
    display: none;
  }

  @media print {
    button,
    #panel {
      display: none;
    }

    .print-hint {
      display: block;
      font-size: var(--small);
    }
  }
`;
