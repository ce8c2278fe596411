// SPDX-License-Identifier: Apache-2.0
// The work queue around its table: filters in one line, the line of what is shown or selected.
import { css } from 'lit';

export const queueStyles = css`
  .list {
    gap: 0.75rem;
  }

  .filters {
    display: grid;
    grid-template-columns: minmax(10rem, 18rem) minmax(7rem, 11rem) minmax(7rem, 13rem) auto auto;
    justify-content: start;
    gap: 0.5rem 0.75rem;
  }

  .work {
    height: max(20rem, calc(100dvh - 30.5rem));
  }

  .narrow-only {
    display: none;
  }

  .tick {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    min-height: 2.25rem;
    color: var(--ink);
    cursor: pointer;
  }

  .tick input {
    flex: none;
    width: 1rem;
    height: 1rem;
    margin: 0.25rem;
    accent-color: var(--accent);
  }

  .menu {
    position: relative;
  }

  .menu summary {
    min-height: 2.25rem;
    list-style: none;
    color: var(--accent);
  }

  .menu summary::after {
    content: '▾';
    font-size: 0.75rem;
  }

  .menu summary::-webkit-details-marker {
    display: none;
  }

  .menu .panel {
    position: absolute;
    inset-inline-start: 0;
    z-index: 3;
    display: grid;
    min-width: 15rem;
    margin-block-start: 0.25rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--edge);
    border-radius: calc(var(--radius) * 2);
    background: var(--surface);
  }

  .menu .panel .quiet {
    justify-self: start;
    margin-inline-start: -0.625rem;
  }

  .status {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.125rem 0.5rem;
    min-height: 2rem;
    margin-block: -0.25rem -0.375rem;
    font-size: var(--small);
  }

  .notice.none .icon {
    width: 1.5rem;
    height: 1.5rem;
  }

  @container (max-width: 56rem) {
    .filters {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .choice.search {
      grid-column: 1 / -1;
    }
  }

  @container (max-width: 42rem) {
    .narrow-only {
      display: grid;
    }

    .filters {
      position: relative;
    }

    .menu {
      position: static;
    }

    .menu .panel {
      inset-inline: 0;
    }
  }
`;
