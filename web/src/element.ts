// SPDX-License-Identifier: Apache-2.0
// Importing this module defines <deltoid-checker>.
import type { DeltoidChecker as Checker, DeltoidCheckerEventMap } from './checker/checker-api.js';
import { DeltoidChecker as CheckerElement } from './checker/checker-element.js';
import { provideAssets } from './engine/assets.js';
import { packageAssets } from './engine/package-assets.js';

export type { CheckResult, DeltoidCheckerEventMap, TableSource } from './checker/checker-api.js';
export type { Claim, ClaimInput, Line, PayerClass } from './claim/model.js';
export { DeltoidError, type Problem } from './engine/problems.js';
export type { WorkerProgress as CheckProgress } from './engine/protocol.js';
export type { Finding, Fix, Summary } from './findings/model.js';

/** The element <deltoid-checker>. */
export type DeltoidChecker = Checker;

/** Its class, as customElements knows it. */
export const DeltoidChecker: { new (): DeltoidChecker; readonly formAssociated: true } = CheckerElement;

declare global {
  interface HTMLElementTagNameMap {
    'deltoid-checker': DeltoidChecker;
  }
  /** They bubble, so that document and window hear them, too. */
  interface GlobalEventHandlersEventMap extends DeltoidCheckerEventMap {}
}

provideAssets(packageAssets);
if (!customElements.get('deltoid-checker')) customElements.define('deltoid-checker', CheckerElement);
