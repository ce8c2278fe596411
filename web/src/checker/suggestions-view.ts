// SPDX-License-Identifier: Apache-2.0
// The list of proposals under a box: a combobox after the ARIA Authoring Practices, the focus staying in the box.
import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../words/index.js';
import type { CheckerView } from './checker-view.js';

export interface ComboAttributes {
  role: 'combobox';
  autocomplete: 'list';
  expanded: 'true' | 'false';
  controls: string | typeof nothing;
  active: string | typeof nothing;
}

/** What the box itself says of its list. */
export function suggestionAttributes(view: CheckerView, pointer: string, id: string): ComboAttributes {
  const open = itemsOf(view, pointer).length > 0;
  const at = view.suggesting?.at ?? -1;
  return {
    role: 'combobox',
    autocomplete: 'list',
    expanded: open ? 'true' : 'false',
    controls: open ? `${id}-list` : nothing,
    active: open && at >= 0 ? `${id}-option-${at}` : nothing,
  };
}

/** The list; nothing while there is nothing to propose. */
export function suggestionsView(
  view: CheckerView,
  pointer: string,
  id: string,
): TemplateResult | typeof nothing {
  const items = itemsOf(view, pointer);
  if (items.length === 0) return nothing;
  return html`<ul class="suggestions" id="${id}-list" role="listbox" aria-label=${words.codes.suggestions}>
      ${items.map(
        (item, at) => html`<li
          role="option"
          id="${id}-option-${at}"
          class=${view.suggesting?.at === at ? 'at' : ''}
          aria-selected=${view.suggesting?.at === at ? 'true' : 'false'}
          @mousedown=${(event: Event) => event.preventDefault()}
          @click=${() => view.choose(item)}
        >
          <b>${item.value}</b> <span lang=${item.english ? 'en' : nothing}>${item.said}</span>
        </li>`,
      )}
    </ul>`;
}

function itemsOf(
  { suggesting }: CheckerView,
  pointer: string,
): NonNullable<CheckerView['suggesting']>['items'] {
  return suggesting?.pointer === pointer ? suggesting.items : [];
}
