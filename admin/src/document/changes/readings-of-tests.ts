import { en } from '../../i18n/en.ts';
import { words as enContacts } from '../../i18n/parts/en-contacts.ts';
import { words as enWidget } from '../../i18n/parts/en-widget.ts';
import { words as english } from '../../i18n/changes/english.ts';
import type { Reading } from './reading.ts';

/** English, with every word that documents need, as tests read them. */
export const ENGLISH: Omit<Reading, 'documents'> = {
  ...english,
  messages: { ...en, ...enWidget, ...enContacts },
  language: 'en',
  productNames: new Map([['p-1', 'Everyday mug']]),
};
