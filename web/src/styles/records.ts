// SPDX-License-Identifier: Apache-2.0
// The records of injections that were checked with a batch.
import { css } from 'lit';

export const recordsStyles = css`
  .notice.records {
    justify-items: stretch;
    gap: 0.5rem;
  }

  .records h2 {
    font-size: var(--body);
    font-weight: 600;
  }

  .record-files li,
  .records > p {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.125rem 1rem;
    overflow-wrap: anywhere;
  }

  .record-files li > :first-child {
    flex: 1 1 14rem;
  }

  .record-files .ways {
    display: flex;
    flex-wrap: wrap;
    margin-inline-start: -0.625rem;
  }

  .record-files button,
  .records > p button {
    text-align: start;
    overflow-wrap: anywhere;
  }

  .apart {
    display: grid;
    gap: 0.25rem;
    max-height: 16rem;
    overflow: auto;
    margin-block: 0.25rem 0.5rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    font-size: var(--small);
    overflow-wrap: anywhere;
  }
`;
