// SPDX-License-Identifier: Apache-2.0
// A bar of progress. `--track` is the ground that it runs on.
import { css } from 'lit';

export const progressStyles = css`
  progress {
    width: 100%;
    height: 0.625rem;
    appearance: none;
    border: 1px solid var(--edge);
    border-radius: 1rem;
    background: var(--track, var(--raised));
    overflow: hidden;
  }

  progress::-webkit-progress-bar {
    background: var(--track, var(--raised));
  }

  progress::-webkit-progress-value {
    background: var(--accent);
  }

  progress::-moz-progress-bar {
    background: var(--accent);
  }
`;
