// SPDX-License-Identifier: Apache-2.0
// What a batch can be looked at as. A view is a value in this list; adding one is adding a line.
import { html, type nothing, type TemplateResult } from 'lit';
import { words } from '../words/index.js';
import type { Batch } from './batch.js';
import './findings-view.js';
import '../pictures/pictures-element.js';
import type { Picked, SomeClaims } from '../pictures/pictures-element.js';
import '../remittances/remittances-element.js';
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
  /** What the work queue is narrowed to: a bar of a picture. */
  readonly only: SomeClaims | undefined;
  /** Shows the claims of a bar; of undefined, all of them. */
  showOnly(only: SomeClaims | undefined): void;
  /** Back to where a claim was opened, at the same place. */
  goBack(): void;
  /** Asks for files. */
  choose(): void;
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
  render: ({ batch, changes, standBack, only, showOnly, goBack }, shown) =>
    html`<deltoid-queue
      ?hidden=${!shown}
      .batch=${batch}
      .changes=${changes}
      .only=${only}
      @show-all=${() => showOnly(undefined)}
      @claim-open=${(event: CustomEvent<boolean>) => standBack(event.detail)}
      @claim-left=${goBack}
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

const pictures: BatchView = {
  id: 'pictures',
  button: () => words.pictures.title,
  render: ({ batch, changes, showOnly }, shown) =>
    html`<deltoid-pictures
      ?hidden=${!shown}
      .batch=${batch}
      .changes=${changes}
      .shown=${shown}
      @pick-part=${(event: CustomEvent<Picked>) => showOnly(event.detail)}
    ></deltoid-pictures>`,
};

/** Shown first when there is something to show in it. */
export const remittances: BatchView = {
  id: 'remittances',
  button: () => words.remittances.title,
  render: ({ batch, changes, showOnly, choose }, shown) =>
    html`<deltoid-remittances
      ?hidden=${!shown}
      .batch=${batch}
      .changes=${changes}
      .shown=${shown}
      @choose=${choose}
      @pick-part=${(event: CustomEvent<Picked>) => showOnly(event.detail)}
    ></deltoid-remittances>`,
};

/** The first is shown when a batch is done. */
export const batchViews: readonly BatchView[] = [queue, findings, pictures, remittances];
