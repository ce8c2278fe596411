// SPDX-License-Identifier: Apache-2.0
// The form of one claim and its findings. Widths follow the element's own width, so it can be embedded anywhere.
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

  form {
    grid-area: form;
    display: grid;
    gap: 1.25rem;
    padding: 1.25rem;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 2);
    background: var(--surface);
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1rem;
    align-items: start;
  }

  .field {
    display: grid;
    gap: 0.25rem;
    flex: 0 1 11rem;
    min-width: 0;
  }

  .field.wide {
    flex: 1 1 22rem;
  }

  .field.payer {
    flex: 0 1 15rem;
  }

  .field.date {
    flex-basis: 9rem;
  }

  .field.place {
    flex-basis: 9rem;
  }

  .field.place input {
    width: 4rem;
  }

  .field.diagnosis {
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: 0.375rem;
    flex: 0 1 8rem;
  }

  .field.amount input,
  .field.units input {
    text-align: end;
  }

  .field.total {
    flex: 0 0 8rem;
    margin-inline-start: auto;
  }

  legend {
    padding: 0 0 0.25rem;
  }

  .diagnoses {
    flex: 1 1 18rem;
  }

  .letters {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: center;
  }

  .add {
    min-width: 2rem;
    font-size: var(--large);
  }

  .lines {
    display: grid;
    gap: 0.5rem;
    padding-block-start: 1.25rem;
    border-block-start: 1px solid var(--line);
  }

  .lines > legend {
    float: inline-start;
    font-size: var(--body);
    font-weight: 600;
    color: var(--ink);
  }

  .lines > button {
    justify-self: start;
  }

  .line {
    display: grid;
    grid-template-columns: 1rem minmax(4.75rem, 1fr) minmax(4.5rem, 1fr) minmax(3.5rem, 0.6fr) minmax(5rem, 1fr) minmax(3.5rem, 0.6fr) minmax(4.5rem, 0.8fr) 7rem;
    column-gap: 0.5rem;
    align-items: center;
  }

  .line.head {
    align-items: end;
    line-height: 1.3;
    padding-block: 0.25rem 0;
    font-size: var(--small);
    color: var(--ink-soft);
  }

  .line.head .box {
    display: block;
    margin: 0;
  }

  .line .right {
    text-align: end;
  }

  .line .field label {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .line .number {
    color: var(--ink-soft);
    text-align: end;
  }

  .line .service input {
    font-weight: 600;
    letter-spacing: 0.01em;
  }

  .line .verdict {
    min-width: 0;
  }

  .line .badge {
    white-space: normal;
    line-height: 1.2;
  }

  .line button.more {
    justify-content: start;
    min-width: 2rem;
    overflow: hidden;
  }

  .line button.more span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .more-word {
    display: none;
  }

  .line .more-boxes {
    grid-column: 2 / -1;
    margin-block: 0.5rem 0.75rem;
    padding: 0.75rem;
    border-radius: var(--radius);
    background: var(--raised);
  }

  .line .more-boxes label {
    position: static;
    width: auto;
    height: auto;
    clip-path: none;
  }

  .actions {
    align-self: end;
    margin-inline-start: auto;
  }

  details.more-boxes .row {
    padding-block: 0.75rem 0.25rem;
  }

  .more-boxes summary .hint {
    margin-inline-start: 0.5rem;
  }

  .foot {
    align-items: end;
    padding-block-start: 1rem;
    border-block-start: 1px solid var(--line);
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    margin-inline-start: -0.625rem;
  }

  input.error,
  select.error {
    border-color: var(--deny);
    box-shadow: inset 0 -2px 0 var(--deny);
  }

  input.warning,
  select.warning {
    border-color: var(--may);
    box-shadow: inset 0 -2px 0 var(--may);
  }

  .totals {
    grid-area: totals;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.75rem;
    min-height: 2.5rem;
    padding-block-end: 0.5rem;
  }

  .totals h2 {
    display: flex;
    align-items: baseline;
    gap: 0.5rem;
    font-size: var(--body);
    font-weight: 600;
    line-height: 1.3;
  }

  .totals .icon {
    align-self: center;
  }

  .totals .strip {
    display: none;
  }

  .findings {
    grid-area: findings;
    outline-offset: 0.25rem;
  }

  .findings h3 {
    margin-block: 1.25rem 0.25rem;
    font-size: var(--small);
    font-weight: 400;
    color: var(--ink-soft);
  }

  .list {
    display: grid;
    gap: 0.75rem;
  }

  .list.quiet {
    gap: 0.25rem;
    font-size: var(--small);
    color: var(--ink-soft);
  }

  .finding {
    display: grid;
    gap: 0.375rem;
    padding: 0.875rem 1rem;
    border: 1px solid var(--line);
    border-inline-start: 4px solid var(--may);
    border-radius: var(--radius);
    background: var(--surface);
  }

  .finding.deny {
    border-inline-start-color: var(--deny);
  }

  .finding.active {
    border-color: var(--accent);
    border-inline-start-color: var(--may);
  }

  .finding.active.deny {
    border-inline-start-color: var(--deny);
  }

  .finding.done {
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 0.5rem;
    padding-block: 0.375rem;
    border-inline-start-color: var(--clean);
    background: transparent;
    font-size: var(--small);
    color: var(--ink-soft);
  }

  .finding-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.875rem;
  }

  .finding-head .code {
    margin-inline-start: auto;
  }

  .fixes {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    padding-block: 0.25rem;
  }

  .fix {
    min-height: 2.25rem;
    border-color: var(--accent);
    color: var(--accent);
    font-size: var(--small);
    line-height: 1.25;
  }

  .fix:first-child {
    background: var(--accent-wash);
    font-weight: 600;
  }

  .finding .details {
    padding-block-start: 0.5rem;
  }

  .note {
    display: grid;
    grid-template-columns: 1em minmax(0, 1fr);
    gap: 0.5rem;
    padding-block: 0.25rem;
  }

  .note > .icon {
    margin-block-start: 0.3em;
  }

  .note summary {
    color: inherit;
  }

  .note .why,
  .note .details {
    padding-block-start: 0.25rem;
  }

  .state {
    display: grid;
    gap: 0.25rem;
    padding: 1.25rem;
    border: 1px dashed var(--edge);
    border-radius: var(--radius);
    color: var(--ink-soft);
  }

  .state .lead {
    font-size: var(--large);
    font-weight: 600;
    color: var(--ink);
  }

  .state.clean {
    border: 1px solid var(--clean);
    background: var(--clean-wash);
    margin-block-end: 0.75rem;
  }

  .state.clean .icon {
    font-size: 1.75rem;
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
    .strip,
    .add,
    .lines > button,
    button.more,
    details.more-boxes:not([open]) {
      display: none;
    }

    .findings {
      display: block;
    }
  }
`;
