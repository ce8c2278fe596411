// SPDX-License-Identifier: Apache-2.0
// The panel of profile and tables.
import { css } from 'lit';

export const settingsStyles = css`
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: end;
    margin-block: 0.5rem;
  }

  .field {
    display: grid;
    gap: 0.25rem;
    flex: 0 1 20rem;
    min-width: 0;
  }
`;
