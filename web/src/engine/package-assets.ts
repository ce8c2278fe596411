// SPDX-License-Identifier: Apache-2.0
// The package's engine: it lies in modules of its own, read when first needed, so nothing is fetched by us.
import type { Assets } from './assets.js';

export const packageAssets: Assets = {
  engine: async () => (await import('deltoid-engine-base64')).default,
  fullEngine: async () => (await import('deltoid-full-engine-base64')).default,
  unzip: async () => (await import('../files/zip.js')).partsOfZip,
  worker: async () => (await import('deltoid-worker-source')).default,
  codes: async () => (await import('deltoid-codes')).default,
};
