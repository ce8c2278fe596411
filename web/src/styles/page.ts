// SPDX-License-Identifier: Apache-2.0
// The document around the workbench: its ground, and the paper it is printed on.
import { css } from 'lit';

export const pageStyles = css`
  html {
    background: light-dark(#f7f5f0, #131518);
  }

  body {
    margin: 0;
  }

  @page {
    margin: 18mm 15mm;

    @top-left {
      content: 'Contains PHI';
      font: 600 9pt system-ui, sans-serif;
    }

    @top-right {
      content: 'deltoid';
      font: 9pt system-ui, sans-serif;
    }

    @bottom-right {
      content: 'page ' counter(page) ' of ' counter(pages);
      font: 9pt system-ui, sans-serif;
    }
  }

  @media print {
    html {
      background: white;
    }
  }
`;
