import type { DocumentPath } from '@okaeri/shared/document-difference';
import { changeWords } from '../../i18n/change-words.ts';
import { language, messages } from '../../i18n/messages.ts';
import { productNames } from '../../lib/product-names.ts';
import type { Change } from './facet-rules.ts';
import type { Reading } from './reading.ts';

type Reader = Omit<Reading, 'documents'>;

/** How a kind of document is spoken of. */
export interface DocumentWords<Document> {
  /** What is different between two states. */
  readonly changes: (before: Document, after: Document, as: Reader) => readonly Change[];
  /** What the field at a place is called. */
  readonly fieldName: (path: DocumentPath, document: Document, as: Reader) => string;
}

/** The differences in the language of the console; null until its words have come. */
export const changesIn = <Document>(
  words: DocumentWords<Document>,
  before: Document,
  after: Document,
): readonly Change[] | null => {
  const as = readerNow();
  return as && words.changes(before, after, as);
};

/** What a field is called; empty until the words have come. */
export const fieldNameIn = <Document>(
  words: DocumentWords<Document>,
  path: DocumentPath,
  document: Document,
): string => {
  const as = readerNow();
  return as === null ? '' : words.fieldName(path, document, as);
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
