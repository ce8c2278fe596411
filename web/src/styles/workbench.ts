// SPDX-License-Identifier: Apache-2.0
// The page: a thin bar, the first screen, the panels.
import { css } from 'lit';

export const workbenchStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto 1fr auto;
    min-height: 100dvh;
    background: var(--paper);
  }

  .skip {
    position: absolute;
    inset-inline-start: 0.5rem;
    top: -4rem;
    color: var(--accent);
  }

  .skip:focus {
    top: 0.25rem;
    z-index: 2;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 1rem;
    padding: 0.5rem clamp(0.75rem, 3vw, 2rem);
    border-block-end: 1px solid var(--line);
    background: var(--surface);
  }

  .brand {
    padding: 0;
    border: 0;
    background: none;
    font-size: var(--large);
  }

  .logo {
    width: 1.375rem;
    height: 1.375rem;
    color: var(--accent);
  }

  .logo .needle {
    stroke: var(--surface);
  }

  .promise {
    flex: 1 1 20rem;
    font-size: var(--small);
    color: var(--ink-soft);
  }

  .promise .link {
    margin-inline-start: 0.25rem;
  }

  nav {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    margin-inline: -0.625rem;
  }

  .tab[aria-current] {
    background: var(--accent-wash);
    font-weight: 600;
  }

  main {
    position: relative;
    display: grid;
    align-content: start;
    padding: clamp(0.75rem, 2.5vw, 2rem) clamp(0.75rem, 3vw, 2rem);
    outline: none;
  }

  deltoid-checker {
    width: 100%;
    max-width: 84rem;
    margin-inline: auto;
  }

  [slot='tools'] {
    display: contents; /* its buttons flow among the form's own */
  }

  .trial {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1.5rem;
    width: 100%;
    max-width: 84rem;
    margin: 0 auto 1.25rem;
    padding: 0.625rem 1rem;
    border: 1px solid var(--accent);
    border-radius: calc(var(--radius) * 2);
    background: var(--accent-wash);
    font-size: var(--small);
  }

  .start {
    width: 100%;
    max-width: 60rem;
    margin: clamp(1rem, 8vh, 6rem) auto 2rem;
  }

  h1 {
    font-size: var(--title);
    font-weight: 600;
    letter-spacing: -0.01em;
  }

  .ways {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 1rem;
    margin-block: 1.25rem 2rem;
  }

  .way {
    display: grid;
    align-content: start;
    justify-content: start;
    gap: 0.375rem;
    padding: 1.25rem;
    border: 1px solid var(--edge);
    border-radius: calc(var(--radius) * 2);
  }

  .way .name {
    font-size: var(--large);
    font-weight: 600;
    color: var(--accent);
  }

  .way:hover:not(:disabled) {
    color: inherit;
    background: var(--accent-wash);
  }

  .way.drop {
    grid-column: 1 / -1;
    align-content: center;
    justify-content: center;
    justify-items: center;
    min-height: 11rem;
    border-style: dashed;
    text-align: center;
  }

  .small-print {
    display: grid;
    gap: 0.5rem;
    font-size: var(--small);
    color: var(--ink-soft);
  }

  .small-print ul,
  .bullets {
    display: grid;
    gap: 0.375rem;
    max-width: 72ch;
    padding-inline-start: 1.25rem;
    list-style: disc;
  }

  .small-print ul {
    padding-block-start: 0.5rem;
  }

  .dropping::before {
    content: '';
    position: absolute;
    inset: 0.5rem;
    z-index: 3;
    border: 2px dashed var(--accent);
    border-radius: calc(var(--radius) * 2);
    background: color-mix(in srgb, var(--accent-wash) 80%, transparent);
    pointer-events: none;
  }

  .drop-here {
    position: absolute;
    inset-inline: 0;
    top: 4rem;
    z-index: 4;
    text-align: center;
    font-size: var(--title);
    font-weight: 600;
    color: var(--accent);
    pointer-events: none;
  }

  .notice {
    width: 100%;
    max-width: 60rem;
    margin-inline: auto;
    padding: 0.75rem 1rem;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--surface);
  }

  .notice.again {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1.5rem;
    max-width: none;
    margin-block-end: 1rem;
    padding-block: 0.375rem;
    font-size: var(--small);
  }

  .again button {
    min-height: 2rem;
  }

  .base {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 1.5rem;
    padding: 0.375rem clamp(0.75rem, 3vw, 2rem);
    border-block-start: 1px solid var(--line);
    font-size: var(--small);
    color: var(--ink-soft);
  }

  .base .quiet {
    margin-inline-start: -0.625rem;
  }

  .base .quiet {
    margin-inline-end: auto;
  }

  .base label {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }

  .base select {
    width: auto;
    height: 2rem;
    font-size: var(--small);
  }

  .countdown {
    position: sticky;
    bottom: 0;
    z-index: 5;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    padding: 0.75rem clamp(0.75rem, 3vw, 2rem);
    border-block-start: 2px solid var(--may);
    background: var(--may-wash);
  }

  .countdown p {
    flex: 1 1 16rem;
  }

  dialog {
    width: min(44rem, calc(100vw - 1.5rem));
    max-height: min(44rem, calc(100dvh - 1.5rem));
    padding: 1.25rem;
    border: 1px solid var(--edge);
    border-radius: calc(var(--radius) * 2);
    background: var(--surface);
    color: var(--ink);
    overflow: auto;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }

  dialog .head {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: 1rem;
    margin-block-end: 0.75rem;
  }

  dialog h2 {
    font-size: var(--large);
    line-height: 1.3;
  }

  dialog h3 {
    margin-block: 1rem 0.375rem;
    font-size: var(--body);
  }

  .keys {
    display: grid;
    gap: 0.5rem;
    margin-block-end: 1rem;
  }

  .keys > div {
    display: grid;
    grid-template-columns: minmax(7rem, 11rem) minmax(0, 1fr);
    gap: 1rem;
  }

  kbd {
    font: inherit;
    font-weight: 600;
  }

  @media (max-width: 36rem) {
    .ways {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @media print {
    :host {
      display: block;
    }

    .bar,
    .base,
    .countdown,
    .skip,
    dialog {
      display: none;
    }

    main {
      padding: 0;
    }
  }
`;
