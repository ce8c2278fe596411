// SPDX-License-Identifier: Apache-2.0
// The page's entry point.
import { provideAssets } from './engine/assets.js';
import { pageAssets } from './engine/page-assets.js';
import { pageStyles } from './styles/page.js';
import './workbench/workbench-element.js';

provideAssets(pageAssets);
const sheet = pageStyles.styleSheet;
if (sheet) document.adoptedStyleSheets.push(sheet);
document.body.append(document.createElement('deltoid-workbench'));
