import { mailHtml, mailText, type MailParts } from '../platform/mail/mail-layout.ts';
import type { Mail } from '../platform/mail/mail-sender.ts';

/** A link to a new password. In both languages of the console: nobody is signed in yet who could have chosen one. */
export const passwordMail = async (of: {
  to: string;
  name: string;
  url: string;
}): Promise<Mail> => {
  const parts: MailParts = {
    language: 'en',
    heading: 'A new password for Okaeri',
    paragraphs: [
      `Hello ${of.name}, somebody asked for a new password for this address. If it was you, choose one within the hour.`,
      `${of.name}様、このメールアドレスの新しいパスワードが求められました。ご本人の場合は、1時間以内に設定してください。`,
    ],
    button: { label: 'Choose a password · パスワードを設定', url: of.url },
    footer: [
      'If it was not you, there is nothing to do. · 心当たりがない場合は、何もする必要はありません。',
    ],
  };
  return {
    to: of.to,
    fromName: 'Okaeri',
    subject: 'A new password for Okaeri · パスワードの再設定',
    text: mailText(parts),
    html: await mailHtml(parts),
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
};
