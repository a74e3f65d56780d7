import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { isFreeKey } from '../../lib/free-keys.ts';

/** Keys of a list: J and K go from row to row, X picks the row one is at, Shift X all from the one picked last to it. */
export const useRowKeys = (): RefObject<HTMLTableSectionElement | null> => {
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    /** The row that was picked last. */
    let picked: number | null = null;
    const onKey = (event: KeyboardEvent): void => {
      const { current } = body;
      if (current === null || !isFreeKey(event)) return;
      const rows = [...current.rows];
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      if (event.key === 'j') linkOf(rows[Math.min(at + 1, rows.length - 1)])?.focus();
      else if (event.key === 'k') linkOf(rows[Math.max(at - 1, 0)])?.focus();
      else if (event.key === 'x') picked = pick(rows, at, at);
      else if (event.key === 'X') picked = pick(rows, picked ?? at, at);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return body;
};

function linkOf(row: HTMLTableRowElement | undefined): HTMLElement | null | undefined {
  return row?.querySelector('a');
}

/** Picks one row, or takes the pick from it; of several, those that are not picked yet. Tells where it ended. */
function pick(rows: readonly HTMLTableRowElement[], from: number, to: number): number | null {
  const [first, last] = from < to ? [from, to] : [to, from];
  if (first < 0) return null;
  const boxes = rows.slice(first, last + 1).map((row) => row.querySelector('input'));
  for (const box of boxes) if (first === last || box?.checked === false) box?.click();
  return to;
}
