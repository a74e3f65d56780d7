import { language } from '../i18n/messages.ts';

type Texts = Readonly<Record<string, string>>;

/** What something is called, in the console's language where it has that. */
export const nameOf = (texts: Texts | undefined, id: string): string =>
  texts?.[language.value] ?? texts?.['en'] ?? Object.values(texts ?? {})[0] ?? id;
