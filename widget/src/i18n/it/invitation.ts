import type { InvitationTexts } from '../messages.ts';

export const messages: InvitationTexts = {
  invitationTitle: 'La tua recensione',
  linkOver: 'Il link è scaduto. Puoi scrivere la recensione nel negozio, dopo l’accesso.',
  codeTitle: 'Sei tu?',
  codeSent: 'Abbiamo inviato un codice a {address}. Così nessun altro scrive a tuo nome.',
  codeLabel: 'Codice dell’e-mail',
  codeConfirm: 'Conferma e invia',
  codeAgain: 'Invia un altro codice',
  codeWrong: 'Il codice non è giusto.',
  codeOver: 'Il codice è scaduto. Chiedine un altro.',
  codeTooMany: 'Oggi sono stati inviati troppi codici. Riprova domani.',
};
