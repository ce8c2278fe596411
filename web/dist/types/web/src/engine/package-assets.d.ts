import type { Assets } from './assets.js';
export declare const packageAssets: Assets;
