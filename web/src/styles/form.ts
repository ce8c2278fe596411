// SPDX-License-Identifier: Apache-2.0
// The boxes of one claim: rows of fields, and the service lines as a grid.
import { css } from 'lit';

export const formStyles = css`
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

  .field {
    position: relative;
  }

  .suggestions {
    position: absolute;
    top: 100%;
    inset-inline-start: 0;
    z-index: 3;
    width: max-content;
    min-width: 100%;
    max-width: min(24rem, 80vw);
    margin-block-start: 2px;
    padding: 0.25rem;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: 0 4px 16px rgb(0 0 0 / 14%);
  }

  .suggestions li {
    display: grid;
    grid-template-columns: minmax(3.5rem, max-content) minmax(0, 1fr);
    gap: 0.5rem;
    align-items: baseline;
    min-height: 2rem;
    padding: 0.25rem 0.5rem;
    border-radius: calc(var(--radius) - 2px);
    font-size: var(--small);
    cursor: pointer;
  }

  .suggestions li span {
    color: var(--ink-soft);
  }

  .suggestions li.at,
  .suggestions li:hover {
    background: var(--accent-wash);
    outline: 1px solid var(--accent);
    outline-offset: -1px;
  }

  .record {
    flex: 1 1 100%;
  }

  .record .row {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr));
    align-items: end;
    padding-block-start: 0.75rem;
  }

  .record .wide {
    grid-column: 1 / -1;
  }

  button.to-finding {
    min-height: 2rem;
    padding: 0 0.25rem;
    margin-inline-start: -0.25rem;
    border-color: transparent;
    background: none;
  }

  button.to-finding .badge {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.25em;
  }

  input.pointed:not(:focus),
  select.pointed:not(:focus) {
    outline: 2px dashed var(--accent);
    outline-offset: 1px;
  }

  .field.date {
    flex-basis: 10rem;
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
    flex: 1 1 20rem; /* they wrap before the total does */
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

  button.more.error,
  summary.error {
    box-shadow: inset 0 -2px 0 var(--deny);
  }

  button.more.warning,
  summary.warning {
    box-shadow: inset 0 -2px 0 var(--may);
  }

  input.warning,
  select.warning {
    border-color: var(--may);
    box-shadow: inset 0 -2px 0 var(--may);
  }

  @media (forced-colors: active) {
    input.error,
    select.error,
    input.warning,
    select.warning {
      border-width: 3px;
    }
  }
`;
