import type { InvitationTexts } from '../messages.ts';

export const messages: InvitationTexts = {
  invitationTitle: '您的評價',
  linkOver: '此連結已過期。登入商店後仍可撰寫評價。',
  codeTitle: '確認是您本人',
  codeSent: '驗證碼已寄至 {address}，以防他人以您的名義發表。',
  codeLabel: '郵件中的驗證碼',
  codeConfirm: '確認並送出',
  codeAgain: '重新寄送驗證碼',
  codeWrong: '驗證碼不正確。',
  codeOver: '驗證碼已過期，請重新寄送。',
  codeTooMany: '今天寄送的驗證碼過多，請明天再試。',
};
