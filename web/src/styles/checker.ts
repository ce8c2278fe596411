// SPDX-License-Identifier: Apache-2.0
// How form and findings stand beside each other. Widths follow the element's own width, so it can be embedded
// anywhere; on a narrow one the strip of totals comes first and opens the findings.
import { css } from 'lit';

export const checkerStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  .checker {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(20rem, 27rem);
    grid-template-rows: auto 1fr;
    grid-template-areas: 'form totals' 'form findings';
    column-gap: 2rem;
    align-items: start;
  }

  @container (max-width: 56rem) {
    .checker {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: none;
      grid-template-areas: 'totals' 'findings' 'form';
    }

    .totals {
      position: sticky;
      top: 0;
      z-index: 1;
      padding-block: 0.5rem;
      background: var(--paper);
      border-block-end: 1px solid var(--line);
      margin-block-end: 0.75rem;
    }

    .totals h2 {
      font-size: var(--body);
    }

    .totals .strip {
      display: inline-flex;
    }

    .findings {
      display: none;
      margin-block-end: 1rem;
    }

    .findings.open {
      display: block;
    }

    .findings,
    input,
    select,
    summary,
    button,
    .finding {
      scroll-margin-block-start: 4rem;
    }
  }

  @container (max-width: 40rem) {
    form {
      padding: 0.75rem;
    }

    .line.head {
      display: none;
    }

    .line {
      grid-template-columns: repeat(6, minmax(0, 1fr));
      gap: 0.5rem;
      padding-block: 0.75rem;
      border-block-start: 1px solid var(--line);
    }

    .line .field label {
      position: static;
      width: auto;
      height: auto;
      clip-path: none;
    }

    .line .number {
      grid-column: 1 / 3;
      grid-row: 1;
      text-align: start;
    }

    .line .number::before {
      content: '';
    }

    .line .verdict {
      grid-column: 3 / -1;
      grid-row: 1;
      padding: 0;
      text-align: end;
    }

    .line .service,
    .line .modifiers {
      grid-column: span 3;
    }

    .line .pointers,
    .line .amount,
    .line .units {
      grid-column: span 2;
    }

    .line button.more,
    .line .more-boxes {
      grid-column: 1 / -1;
    }

    .line button.more {
      justify-self: start;
      margin-inline-start: -0.625rem;
    }

    .more-word {
      display: inline;
    }

    .field.diagnosis {
      flex-basis: 6.5rem;
    }

    .finding-head .code {
      margin-inline-start: 0;
    }

    .details > div {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }

    .field.total {
      flex-basis: 100%;
    }
  }

  @media print {
    .checker {
      display: block;
    }

    form {
      padding: 0;
      border: 0;
      margin-block-end: 1rem;
    }

    .tools,
    .fixes,
    .question,
    .totals .strip,
    .no-more,
    .finding details:not([open]),
    details.more-boxes:not([open]),
    .add,
    .lines > button,
    .finding.done {
      display: none;
    }

    button.more {
      padding: 0;
      color: inherit;
    }

    .print-only {
      margin-block-start: 1rem;
      font-size: var(--small);
    }

    .findings,
    .print-only {
      display: block;
    }
  }
`;
