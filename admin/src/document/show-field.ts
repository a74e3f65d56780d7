import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DocumentPath } from '@okaeri/shared/document-difference';
import { openItem } from './open-items.ts';

/** The field somebody wants to see, until its page shows it. */
const wanted = signal<DocumentPath | null>(null);

/** Asks for a field: whichever page has it scrolls to it and gives it the focus. */
export const showField = (path: DocumentPath): void => {
  openItem(path);
  wanted.value = path;
};

/** Names what stands in a page, so that it can be found: its place in the document. */
export const placeOf = (path: DocumentPath): string => path.join('/');

/** Shows the field that is wanted, once the page has it, or else the nearest thing around it. */
export const useShownField = (): void => {
  const path = wanted.value;
  useEffect(() => {
    if (path === null) return;
    const found = nearest(path);
    if (found === null) return;
    wanted.value = null;
    for (let at: Element | null = found; at !== null; at = at.parentElement)
      if (at instanceof HTMLDetailsElement) at.open = true;
    found.scrollIntoView({ block: 'center' });
    found.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  });
};

/** Its own field, else one within it, else what it is part of. */
function nearest(path: DocumentPath): HTMLElement | null {
  for (let length = path.length; length > 0; length -= 1) {
    const place = CSS.escape(placeOf(path.slice(0, length)));
    const found =
      document.querySelector<HTMLElement>(`[data-place="${place}"]`) ??
      document.querySelector<HTMLElement>(`[data-place^="${place}/"]`);
    if (found !== null) return found;
  }
  return null;
}
