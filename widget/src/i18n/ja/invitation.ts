import type { InvitationTexts } from '../messages.ts';

export const messages: InvitationTexts = {
  invitationTitle: 'レビューを書く',
  linkOver: 'このリンクの有効期限が切れました。ショップにログインすると、レビューを書けます。',
  codeTitle: 'ご本人の確認',
  codeSent: '{address} に確認コードを送りました。他の方があなたの名前で投稿するのを防ぎます。',
  codeLabel: 'メールの確認コード',
  codeConfirm: '確認して送信',
  codeAgain: 'コードを再送する',
  codeWrong: 'コードが違います。',
  codeOver: 'コードの有効期限が切れました。もう一度お送りください。',
  codeTooMany: '本日送信できる回数を超えました。明日もう一度お試しください。',
};
