import type { DocumentPath } from '@okaeri/shared/document-difference';
import { changeWords } from '../../i18n/change-words.ts';
import { language, messages } from '../../i18n/messages.ts';
import type { LazyValue } from '../../lib/lazy-value.ts';
import { productNames } from '../../lib/product-names.ts';
import type { Change } from './change-rules.ts';
import type { Reading } from './reading.ts';

type Reader = Omit<Reading, 'documents'>;

/** The rules by which a kind of document is spoken of. */
export interface DocumentRules<Document> {
  /** What is different between two states. */
  readonly changes: (before: Document, after: Document, as: Reader) => readonly Change[];
  /** What the field at a place is called. */
  readonly fieldName: (path: DocumentPath, document: Document, as: Reader) => string;
  /** What an entry of a list says of itself, without its name and its switch. */
  readonly details?: (path: DocumentPath, document: Document, as: Reader) => string;
}

/** How a kind of document is spoken of; its rules come when the first of it is said. */
export type DocumentWords<Document> = LazyValue<DocumentRules<Document>>;

/** The differences in the language of the console; null until its words have come. */
export const changesIn = <Document>(
  words: DocumentWords<Document>,
  before: Document,
  after: Document,
): readonly Change[] | null => {
  // Both are asked for at once.
  const [as, rules] = [readerNow(), words.now()];
  return as && rules && rules.changes(before, after, as);
};

/** What a field is called; empty until the words have come. */
export const fieldNameIn = <Document>(
  words: DocumentWords<Document>,
  path: DocumentPath,
  document: Document,
): string => {
  const [as, rules] = [readerNow(), words.now()];
  return as === null || rules === null ? '' : rules.fieldName(path, document, as);
};

/** What an entry of a list says of itself; empty until the words have come. */
export const detailsIn = <Document>(
  words: DocumentWords<Document>,
  path: DocumentPath,
  document: Document,
): string => {
  const [as, rules] = [readerNow(), words.now()];
  return (as && rules?.details?.(path, document, as)) ?? '';
};

function readerNow(): Reader | null {
  const words = changeWords();
  if (words === null) return null;
  return {
    ...words,
    messages: messages(),
    language: language.value,
    productNames: productNames(),
  };
}
