// SPDX-License-Identifier: Apache-2.0
// The mark: the muscle's triangle, point down.
import { html, type TemplateResult } from 'lit';

export function logo(): TemplateResult {
  return html`<svg class="logo" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d="M3 5.5C8 2.6 16 2.6 21 5.5L12.9 21.2a1 1 0 0 1-1.8 0Z" fill="currentColor" />
    <path d="M12 7v6.5" fill="none" class="needle" stroke-width="2" stroke-linecap="round" />
  </svg>`;
}
