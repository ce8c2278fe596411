// SPDX-License-Identifier: Apache-2.0
// All styles of <deltoid-checker>, in their order.
import { checkerStyles } from '../styles/checker.js';
import { controlStyles } from '../styles/controls.js';
import { findingStyles } from '../styles/finding.js';
import { findingsPaneStyles } from '../styles/findings-pane.js';
import { formStyles } from '../styles/form.js';
import { noteStyles } from '../styles/note.js';
import { noticeStyles } from '../styles/notice.js';
import { tokenStyles } from '../styles/tokens.js';

export const elementStyles = [
  tokenStyles,
  controlStyles,
  findingStyles,
  formStyles,
  noteStyles,
  findingsPaneStyles,
  checkerStyles,
  noticeStyles,
];
