import type { InvitationTexts } from '../messages.ts';

export const messages: InvitationTexts = {
  invitationTitle: '您的评价',
  linkOver: '此链接已过期。登录商店后仍可撰写评价。',
  codeTitle: '确认是您本人',
  codeSent: '验证码已发送至 {address}，以防他人以您的名义发表。',
  codeLabel: '邮件中的验证码',
  codeConfirm: '确认并发送',
  codeAgain: '重新发送验证码',
  codeWrong: '验证码不正确。',
  codeOver: '验证码已过期，请重新发送。',
  codeTooMany: '今天发送的验证码过多，请明天再试。',
};
