import { signal } from '@preact/signals';
import type { DocumentPath } from '@okaeri/shared/document-difference';

/** An item of a document is the entry of one of its lists: `earning/earning1`. */
const ITEM_LENGTH = 2;

/** The items whose fields are shown, by their places. */
const open = signal<ReadonlySet<string>>(new Set());

const keyOf = (path: DocumentPath): string => path.slice(0, ITEM_LENGTH).join('/');

/** Whether the fields of an item are shown. */
export const isItemOpen = (path: DocumentPath): boolean => open.value.has(keyOf(path));

/** Shows the fields of the item that a place is in. */
export const openItem = (path: DocumentPath): void => {
  if (path.length >= ITEM_LENGTH) open.value = new Set([...open.peek(), keyOf(path)]);
};

/** Leaves of an item one line and a sentence. */
export const closeItem = (path: DocumentPath): void => {
  open.value = new Set([...open.peek()].filter((key) => key !== keyOf(path)));
};
