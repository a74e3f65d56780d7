import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Keys of a list: J and K go from row to row, X picks the row one is at. They rest while somebody types. */
export const useRowKeys = (): RefObject<HTMLTableSectionElement | null> => {
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { current } = body;
      if (current === null || isTyping(event)) return;
      const rows = [...current.rows];
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      if (event.key === 'j') linkOf(rows[Math.min(at + 1, rows.length - 1)])?.focus();
      else if (event.key === 'k') linkOf(rows[Math.max(at - 1, 0)])?.focus();
      else if (event.key === 'x') rows[at]?.querySelector('input')?.click();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return body;
};

function linkOf(row: HTMLTableRowElement | undefined): HTMLElement | null | undefined {
  return row?.querySelector('a');
}

function isTyping({ target, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (altKey || ctrlKey || metaKey || document.querySelector('dialog[open]') !== null) return true;
  if (!(target instanceof HTMLElement)) return false;
  // A check box takes no letters.
  return target.matches('textarea, select, input:not([type=checkbox])');
}
