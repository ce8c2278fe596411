// SPDX-License-Identifier: Apache-2.0
// Importing this module defines <deltoid-checker>.
import { DeltoidChecker } from './checker/checker-element.js';
import { provideAssets } from './engine/assets.js';
import { packageAssets } from './engine/package-assets.js';

export { DeltoidChecker };

provideAssets(packageAssets);
if (!customElements.get('deltoid-checker')) customElements.define('deltoid-checker', DeltoidChecker);
