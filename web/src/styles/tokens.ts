// SPDX-License-Identifier: Apache-2.0
// The design's tokens: paper, ink, one accent, three verdict colours, one type scale, a grid of four pixels.
// A host sets the --deltoid-* properties; everything else reads the short names. Dark is chosen, not inverted.
import { css } from 'lit';

export const tokenStyles = css`
  :host {
    color-scheme: light dark;
    --paper: var(--deltoid-paper, light-dark(#f7f5f0, #131518));
    --surface: var(--deltoid-surface, light-dark(#fffefb, #1b1e22));
    --raised: var(--deltoid-raised, light-dark(#f1eee6, #24282d));
    --ink: var(--deltoid-ink, light-dark(#1d1c1a, #e8e5df));
    --ink-soft: var(--deltoid-ink-soft, light-dark(#5c5850, #a8a59d));
    --line: var(--deltoid-line, light-dark(#e0dbd0, #32373d));
    --edge: var(--deltoid-edge, light-dark(#8b857a, #6d747c));
    --accent: var(--deltoid-accent, light-dark(#1f4f8b, #8fbcf5));
    --accent-ink: var(--deltoid-accent-ink, light-dark(#ffffff, #10161d));
    --accent-wash: var(--deltoid-accent-wash, light-dark(#e6edf6, #1d2a3a));
    --deny: var(--deltoid-deny, light-dark(#a9281b, #ff9b8a));
    --deny-wash: var(--deltoid-deny-wash, light-dark(#fbeae6, #35201d));
    --may: var(--deltoid-may, light-dark(#815100, #efbf5f));
    --may-wash: var(--deltoid-may-wash, light-dark(#faf0d9, #322818));
    --clean: var(--deltoid-clean, light-dark(#0b6353, #6ed1b5));
    --clean-wash: var(--deltoid-clean-wash, light-dark(#e2f2ec, #162b27));

    --small: 0.8125rem;
    --body: 0.9375rem;
    --large: 1.125rem;
    --title: 1.5rem;
    --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace;
    --radius: var(--deltoid-radius, 0.375rem);
    --target: 2.5rem;

    font-family: var(--deltoid-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif);
    font-size: var(--body);
    line-height: 1.45;
    font-variant-numeric: tabular-nums;
    color: var(--ink);
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  [hidden] {
    display: none !important;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* What machines say: codes of elements, addresses, sums. */
  .raw {
    font-family: var(--mono);
    font-size: var(--small);
    color: var(--ink-soft);
    overflow-wrap: anywhere;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  @media print {
    :host {
      color-scheme: light;
      --paper: white;
      --surface: white;
      --raised: white;
      --accent-wash: white;
      --deny-wash: white;
      --may-wash: white;
      --clean-wash: white;
      --ink: black;
      --ink-soft: #333;
    }
  }
`;
