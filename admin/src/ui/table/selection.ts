import { signal } from '@preact/signals';

/** Rows of a list that something is to be done with. */
export interface Selection<Row> {
  has(key: string): boolean;
  toggle(row: Row): void;
  setAll(rows: readonly Row[], isOn: boolean): void;
  /** Everything that matches, on whatever page; what is taken off again is left out. */
  takeAll(): void;
  clear(): void;
  /** The rows picked one by one; `all` where everything that matches is meant. */
  readonly picked: () => readonly Row[];
  readonly isAll: () => boolean;
}

/** Makes one with nothing in it. */
export const createSelection = <Row>(keyOf: (row: Row) => string): Selection<Row> => {
  const rows = signal<ReadonlyMap<string, Row>>(new Map());
  const isAll = signal(false);
  const change = (by: (next: Map<string, Row>) => void): void => {
    const next = new Map(rows.peek());
    by(next);
    rows.value = next;
    isAll.value = false;
  };
  return {
    has: (key) => isAll.value || rows.value.has(key),
    toggle(row) {
      const key = keyOf(row);
      change((next) => {
        if (!next.delete(key)) next.set(key, row);
      });
    },
    setAll(some, isOn) {
      change((next) => {
        for (const row of some)
          if (isOn) next.set(keyOf(row), row);
          else next.delete(keyOf(row));
      });
    },
    takeAll() {
      isAll.value = true;
    },
    clear() {
      change((next) => next.clear());
    },
    picked: () => [...rows.value.values()],
    isAll: () => isAll.value,
  };
};
