// SPDX-License-Identifier: Apache-2.0
// The document around the workbench: its ground, and the paper it is printed on.
import { words } from '../words/index.js';

const sheet = new CSSStyleSheet();

/** Puts the page's own sheet in force, with what stands on paper in the language of the page. */
export function showPagePaper(): void {
  sheet.replaceSync(pageCss());
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
}

function pageCss(): string {
  const { phi, page, of } = words.print;
  return `
  html {
    background: light-dark(#f7f5f0, #131518);
  }

  body {
    margin: 0;
  }

  @page {
    margin: 18mm 15mm;

    @top-left {
      content: '${phi}';
      font: 600 9pt system-ui, sans-serif;
    }

    @top-right {
      content: 'deltoid';
      font: 9pt system-ui, sans-serif;
    }

    @bottom-right {
      content: '${page} ' counter(page) ' ${of} ' counter(pages);
      font: 9pt system-ui, sans-serif;
    }
  }

  @media print {
    html {
      background: white;
    }
  }
`;
}
