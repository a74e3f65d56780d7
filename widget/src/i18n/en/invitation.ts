/** The words of the page to which e-mails lead, beside those of reviews. */
export const messages = {
  invitationTitle: 'Your review',
  linkOver: 'This link is over. You can still write your review in the shop, signed in.',
  codeTitle: 'Is it you?',
  codeSent: 'We sent a code to {address}. With it, nobody else can write in your name.',
  codeLabel: 'Code from the e-mail',
  codeConfirm: 'Confirm and send',
  codeAgain: 'Send another code',
  codeWrong: 'This is not the code.',
  codeOver: 'This code is over. Please have another one sent.',
  codeTooMany: 'Enough codes were sent today. Please try again tomorrow.',
} as const;
