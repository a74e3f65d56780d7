import type { InvitationTexts } from '../messages.ts';

export const messages: InvitationTexts = {
  invitationTitle: 'Votre avis',
  linkOver: 'Ce lien a expiré. Connecté à la boutique, vous pouvez toujours écrire votre avis.',
  codeTitle: 'Est-ce bien vous ?',
  codeSent: 'Un code a été envoyé à {address}. Ainsi, personne d’autre n’écrit en votre nom.',
  codeLabel: 'Code reçu par e-mail',
  codeConfirm: 'Confirmer et envoyer',
  codeAgain: 'Envoyer un autre code',
  codeWrong: 'Ce n’est pas le bon code.',
  codeOver: 'Ce code a expiré. Demandez-en un autre.',
  codeTooMany: 'Trop de codes envoyés aujourd’hui. Réessayez demain.',
};
