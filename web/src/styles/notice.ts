// SPDX-License-Identifier: Apache-2.0
// The line under the totals: a file that is read, or what of the host's value did not fit.
import { css } from 'lit';

export const noticeStyles = css`
  .totals {
    flex-wrap: wrap;
    row-gap: 0;
  }

  .notices {
    flex: 1 1 100%;
  }

  .notice {
    display: flex;
    flex: 1 1 100%;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    font-size: var(--small);
    overflow-wrap: anywhere;
  }

  .notice p {
    flex: 1 1 12rem;
  }

  .notice.left-out,
  .notice.not-read {
    border-color: var(--may);
    background: var(--may-wash);
  }

  .notice progress {
    flex: 1 1 6rem;
    height: 0.375rem;
    accent-color: var(--accent);
  }
`;
