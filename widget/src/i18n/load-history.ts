import type { Language } from './languages.ts';
import type { HistoryTexts } from './messages.ts';

const FILES = import.meta.glob<{ messages: HistoryTexts }>('./*/history.ts');

/** The words of the history and its receipts, which no other panel has need of. */
export const loadHistoryTexts = async (language: Language): Promise<HistoryTexts> => {
  const file = await FILES[`./${language}/history.ts`]?.();
  if (file === undefined) throw new Error(language);
  return file.messages;
};
