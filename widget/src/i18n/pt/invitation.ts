import type { InvitationTexts } from '../messages.ts';

export const messages: InvitationTexts = {
  invitationTitle: 'A sua avaliação',
  linkOver: 'Este link expirou. Pode escrever a avaliação na loja, com a sua conta.',
  codeTitle: 'É você?',
  codeSent: 'Enviámos um código para {address}. Assim, mais ninguém escreve em seu nome.',
  codeLabel: 'Código do e-mail',
  codeConfirm: 'Confirmar e enviar',
  codeAgain: 'Enviar outro código',
  codeWrong: 'Este não é o código.',
  codeOver: 'O código expirou. Peça outro.',
  codeTooMany: 'Hoje já foram enviados códigos suficientes. Tente amanhã.',
};
