import { changeWords } from '../../i18n/change-words.ts';
import { language, messages } from '../../i18n/messages.ts';
import type { Change } from './facet-rules.ts';
import type { Reading } from './reading.ts';

/** Says what is different between two states of a kind of document. */
export type SayChanges<Document> = (
  before: Document,
  after: Document,
  as: Omit<Reading, 'documents'>,
) => readonly Change[];

/** The differences in the language of the console; null until its words have come. */
export const changesIn = <Document>(
  say: SayChanges<Document>,
  before: Document,
  after: Document,
): readonly Change[] | null => {
  const words = changeWords();
  if (words === null) return null;
  return say(before, after, {
    ...words,
    messages: messages(),
    language: language.value,
    productNames: NO_NAMES,
  });
};

const NO_NAMES: ReadonlyMap<string, string> = new Map();
