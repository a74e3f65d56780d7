import { messages as ENGLISH } from './en/invitation.ts';
import type { Language } from './languages.ts';
import type { InvitationTexts } from './messages.ts';

/** Few enough to come together. */
const TEXTS = import.meta.glob<InvitationTexts>('./*/invitation.ts', {
  eager: true,
  import: 'messages',
});

/** The words of the page to which e-mails lead. */
export const invitationTextsOf = (language: Language): InvitationTexts =>
  TEXTS[`./${language}/invitation.ts`] ?? ENGLISH;
