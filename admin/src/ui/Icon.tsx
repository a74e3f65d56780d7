import { createElement, type JSX } from 'preact';
import type { IconNode } from 'lucide';

/** A line icon of Lucide (ISC), drawn in the colour of the text. Decoration: what it means stands beside it. */
export const Icon = ({ of, size = 18 }: { of: IconNode; size?: number }): JSX.Element => (
  <svg
    class="icon"
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    {of.map(([tag, attributes], i) => createElement(tag, { ...attributes, key: i }))}
  </svg>
);
