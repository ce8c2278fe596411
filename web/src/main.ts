// SPDX-License-Identifier: Apache-2.0
// The page's entry point.
import { provideAssets } from './engine/assets.js';
import { pageAssets } from './engine/page-assets.js';
import { showPagePaper } from './styles/page.js';
import './workbench/workbench-element.js';

provideAssets(pageAssets);
showPagePaper();
document.body.append(document.createElement('deltoid-workbench'));
