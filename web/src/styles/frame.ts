// SPDX-License-Identifier: Apache-2.0
// Room around the form in a frame, so that no edge cuts an outline.
import { css } from 'lit';

export const frameStyles = css`
  main,
  p {
    margin: 0;
    padding: 0.75rem;
  }
`;
