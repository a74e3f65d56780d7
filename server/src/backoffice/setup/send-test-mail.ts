import type { Outcome } from '../../platform/lib/outcome.ts';
import type { TestMailAnswer } from '@okaeri/shared/mail';
import type { Actor } from '../../access/ability-rules.ts';
import type { Deps } from '../../deps.ts';
import { mailHtml, mailText, type MailParts } from '../../platform/mail/mail-layout.ts';
import type { ShopRow } from '../../access/tables.ts';

const TEXTS = {
  en: {
    subject: (shop: string) => `${shop}: a test message`,
    heading: 'E-mail works',
    text: (shop: string) => `Messages of ${shop} leave this server and reach you.`,
    footer: 'Somebody asked for this in the console.',
  },
  ja: {
    subject: (shop: string) => `${shop}：テストメール`,
    heading: 'メールは正常に届いています',
    text: (shop: string) => `${shop}からのメールは、このサーバーから送信されています。`,
    footer: '管理画面からの依頼で送信しました。',
  },
} as const;
export type TestLanguage = keyof typeof TEXTS;

/**
 * Sends a message to the person who asks, at once and past the outbox: they wait for what the mail
 * server says. It goes to nobody else, so that it cannot be used to write to strangers.
 */
export const sendTestMail = async (
  deps: Deps,
  input: { shop: ShopRow; actor: Actor; language: TestLanguage },
): Promise<Outcome<TestMailAnswer>> => {
  const { shop, actor, language } = input;
  if (deps.mail === null)
    return { refused: { code: 'mailNotSetUp', detail: 'Set SMTP_URL and MAIL_FROM.' } };
  if (actor.kind !== 'person')
    return { refused: { code: 'personNeeded', detail: 'It goes to whoever asks for it.' } };
  const words = TEXTS[language];
  const parts: MailParts = {
    language,
    heading: words.heading,
    paragraphs: [words.text(shop.name)],
    footer: [words.footer],
  };
  const to = actor.email;
  try {
    await deps.mail.send({
      to,
      fromName: shop.name,
      subject: words.subject(shop.name),
      text: mailText(parts),
      html: await mailHtml(parts),
    });
    return { ok: { to } };
  } catch (error) {
    // What the mail server says is what helps the person who set it up.
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const detail = cause instanceof Error ? cause.message : String(cause);
    return { refused: { code: 'mailNotSent', detail } };
  }
};
