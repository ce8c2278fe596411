// SPDX-License-Identifier: Apache-2.0
// The page's views. A view is a value in this list: what its button says, and what it shows. Adding one is adding a line.
import { html, nothing, type TemplateResult } from 'lit';
import type { DeltoidChecker } from '../checker/checker-element.js';
import type { Claim } from '../claim/model.js';
import type { Spreadsheets } from '../columns/spreadsheets.js';
import type { About } from '../engine/claim-engine.js';
import '../rules/rules-element.js';
import '../what-if/what-if-element.js';
import type { Settings } from '../settings/settings.js';
import { words } from '../words/index.js';
import type { Batch } from './batch.js';
import './batch-element.js';
import type { UseOfFile } from './records-view.js';
import { startView } from './start-view.js';
import type { Trial } from './trial.js';

/** What a view may know of the page and do with it. The workbench is the only one that implements it. */
export interface Page {
  readonly about: About | undefined;
  readonly batch: Batch | undefined;
  /** Counts the batch's changes; a batch is not copied when it changes. */
  readonly changes: number;
  /** Profile and tables in force. */
  readonly settings: Settings;
  /** The packs as the form takes them; the same list until they change. */
  readonly tables: Uint8Array[];
  /** Whether the form was wanted yet. */
  readonly typed: boolean;
  /** What stands beside the form's own tools. */
  tools(): TemplateResult;
  /** Shows a view of the list, from its top. */
  show(id: string): void;
  /** Asks for files. */
  choose(): void;
  /** Shows the form with the focus in its first box. */
  type(): void;
  /** Shows the form with a claim of its own. */
  putClaim(claim: Claim): void;
  /** Shows the form with another claim for a while; what was typed is kept. */
  tryClaim(trial: Trial): void;
  /** What claim is being tried, and the ways back; nothing when it is one's own. */
  trial(): TemplateResult | typeof nothing;
  /** What is in the form from now on is one's own claim. */
  endTrial(): void;
  /** Id of the rule that the address asks for, '' for the list of all. */
  readonly rule: string;
  showRules(): void;
  /** The form, once it is there. */
  form(): DeltoidChecker | undefined;
  example(): void;
  clearBatch(): Promise<void>;
  /** Checks the batch again, by what is in force now. */
  checkAgain(): void;
  /** Checks the batch with what was said of its columns. */
  readColumns(spreadsheets: Spreadsheets): Promise<void>;
  /** Uses a file of the batch otherwise, or leaves it out, and checks again. */
  useFile(change: UseOfFile): void;
}

export interface View {
  readonly id: string;
  /** On the view's button in the bar; '' as long as it has none. */
  button(page: Page): string;
  /** Called for every view; one that is to keep its state while another is shown hides itself. */
  render(page: Page, shown: boolean): TemplateResult | typeof nothing;
  /** What its button does, when that is more than showing it. */
  open?(page: Page): void;
}

const start: View = {
  id: 'start',
  button: () => '',
  render: (page, shown) =>
    shown
      ? startView({
          about: page.about,
          choose: () => page.choose(),
          type: () => page.type(),
          example: () => page.example(),
        })
      : nothing,
};

const claim: View = {
  id: 'claim',
  button: () => words.app.oneClaim,
  open: (page) => page.type(),
  render: (page, shown) =>
    page.typed
      ? html`<h1 class="visually-hidden" ?hidden=${!shown}>${words.claim.title}</h1>
          <div ?hidden=${!shown}>${page.trial()}</div>
          <deltoid-checker
            ?hidden=${!shown}
            .profile=${page.settings.profile?.value}
            .tables=${page.tables}
            @deltoid-clear=${() => page.endTrial()}>${page.tools()}</deltoid-checker>`
      : nothing,
};

const batch: View = {
  id: 'batch',
  button: (page) => (page.batch ? words.app.batch : ''),
  render: (page, shown) =>
    page.batch
      ? html`${againView(page, shown)}<deltoid-batch
          ?hidden=${!shown}
          .batch=${page.batch}
          .changes=${page.changes}
          @choose=${() => page.choose()}
          @clear=${() => void page.clearBatch()}
          @read-columns=${(event: CustomEvent<Spreadsheets>) => void page.readColumns(event.detail)}
          @use-file=${(event: CustomEvent<UseOfFile>) => page.useFile(event.detail)}
        ></deltoid-batch>`
      : nothing,
};

/** What the batch was checked by is not in force any more. */
function againView(page: Page, shown: boolean): TemplateResult | typeof nothing {
  const { batch, settings } = page;
  if (!shown || !batch || batch.state === 'running' || batch.settings === settings) return nothing;
  return html`<p class="notice again" role="status">
    ${words.packs.changed} <button type="button" @click=${() => page.checkAgain()}>${words.packs.again}</button>
  </p>`;
}

const rules: View = {
  id: 'rules',
  button: () => words.rules.title,
  open: (page) => page.showRules(),
  render: (page, shown) =>
    shown
      ? html`<deltoid-rules
          .rule=${page.rule}
          @try-claim=${(event: CustomEvent<Trial>) => page.tryClaim(event.detail)}
        ></deltoid-rules>`
      : nothing,
};

const whatIf: View = {
  id: 'what-if',
  button: (page) => (page.typed ? words.whatIf.title : ''),
  render: (page, shown) =>
    page.typed
      ? html`<deltoid-what-if
          ?hidden=${!shown}
          .form=${page.form}
          .shown=${shown}
          @type-claim=${() => page.type()}
          @try-claim=${(event: CustomEvent<Trial>) => page.tryClaim(event.detail)}
        ></deltoid-what-if>`
      : nothing,
};

/** In the order of the bar. */
export const views: readonly View[] = [start, claim, whatIf, batch, rules];
