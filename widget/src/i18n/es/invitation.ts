import type { InvitationTexts } from '../messages.ts';

export const messages: InvitationTexts = {
  invitationTitle: 'Tu opinión',
  linkOver: 'Este enlace ha caducado. Puedes escribir tu opinión en la tienda, con tu cuenta.',
  codeTitle: '¿Eres tú?',
  codeSent: 'Hemos enviado un código a {address}. Así nadie más escribe en tu nombre.',
  codeLabel: 'Código del correo',
  codeConfirm: 'Confirmar y enviar',
  codeAgain: 'Enviar otro código',
  codeWrong: 'Ese no es el código.',
  codeOver: 'El código ha caducado. Pide otro.',
  codeTooMany: 'Hoy se han enviado demasiados códigos. Inténtalo mañana.',
};
