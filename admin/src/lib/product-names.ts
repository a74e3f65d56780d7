import { signal } from '@preact/signals';

const known = signal<ReadonlyMap<string, string>>(new Map());

/** What products are called, of those that were looked at. */
export const productNames = (): ReadonlyMap<string, string> => known.value;

/** Remembers some of them. */
export const noteProductNames = (
  products: readonly { readonly id: string; readonly title: string | null }[],
): void => {
  const next = new Map(known.peek());
  for (const { id, title } of products) if (title !== null) next.set(id, title);
  known.value = next;
};
