import type { DocumentPath } from '@okaeri/shared/document-difference';

/** One difference in words: `before` and `after` are what stood and stands there. */
export interface Change {
  readonly kind: 'added' | 'removed' | 'changed';
  /** The field, or the thing, it is about. */
  readonly path: DocumentPath;
  /** What the thing is called; empty where it is the document itself. */
  readonly subject: string;
  /** What the field is called; empty where its values say that by themselves. */
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Whether two values are the same, in whatever order their members stand. */
export const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** As a sentence begins: labels are written as they stand within one. */
export const beginning = (text: string): string =>
  text.slice(0, 1).toLocaleUpperCase() + text.slice(1);

function canonical(value: unknown): string {
  // Of nothing there is no JSON.
  return JSON.stringify([value], (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : (inner ?? null),
  );
}
