// SPDX-License-Identifier: Apache-2.0
// What a batch can be looked at as. A view is a value in this list; adding one is adding a line.
import { html, type nothing, type TemplateResult } from 'lit';
import { words } from '../words/index.js';
import type { Batch } from './batch.js';
import './findings-view.js';
import './queue-element.js';

/** What a view of a batch may know and do. */
export interface BatchPage {
  readonly batch: Batch;
  /** Counts the batch's changes; a batch is not copied when it changes. */
  readonly changes: number;
  /** Shows another view of the list. */
  show(id: string): void;
  /** One claim is to have the page to itself, or has it no longer. */
  standBack(on: boolean): void;
}

export interface BatchView {
  readonly id: string;
  /** What is on its button. */
  button(): string;
  /** Called for every view; one that is to keep its state while another is shown hides itself. */
  render(page: BatchPage, shown: boolean): TemplateResult | typeof nothing;
}

const queue: BatchView = {
  id: 'queue',
  button: () => words.queue.byClaim,
  render: ({ batch, changes, standBack }, shown) =>
    html`<deltoid-queue
      ?hidden=${!shown}
      .batch=${batch}
      .changes=${changes}
      @claim-open=${(event: CustomEvent<boolean>) => standBack(event.detail)}
    ></deltoid-queue>`,
};

const findings: BatchView = {
  id: 'findings',
  button: () => words.batch.byFinding,
  render: ({ batch, changes }, shown) =>
    html`<deltoid-findings-view
      ?hidden=${!shown}
      .wanted=${shown}
      .batch=${batch}
      .changes=${changes}
    ></deltoid-findings-view>`,
};

/** The first is shown when a batch is done. */
export const batchViews: readonly BatchView[] = [queue, findings];
