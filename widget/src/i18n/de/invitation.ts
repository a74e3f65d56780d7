import type { InvitationTexts } from '../messages.ts';

export const messages: InvitationTexts = {
  invitationTitle: 'Ihre Bewertung',
  linkOver: 'Dieser Link ist abgelaufen. Angemeldet können Sie im Shop weiterhin bewerten.',
  codeTitle: 'Sind Sie es?',
  codeSent: 'Ein Code ging an {address}. So kann niemand sonst in Ihrem Namen schreiben.',
  codeLabel: 'Code aus der E-Mail',
  codeConfirm: 'Bestätigen und senden',
  codeAgain: 'Neuen Code senden',
  codeWrong: 'Das ist nicht der Code.',
  codeOver: 'Dieser Code ist abgelaufen. Bitte lassen Sie einen neuen senden.',
  codeTooMany: 'Für heute wurden genug Codes gesendet. Bitte versuchen Sie es morgen wieder.',
};
