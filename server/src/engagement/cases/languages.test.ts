import { describe, expect, test } from 'vitest';
import { languageOf, WIDGET_LANGUAGES } from '@okaeri/shared/widget-languages';
import { confirmMail } from '../../loyalty/consents/confirm-mail.ts';
import { confirmPage } from '../../loyalty/consents/confirm-page.ts';
import { preferencePage } from '../../loyalty/contacts/preference-page.ts';
import type { Mail } from '../../platform/mail/mail-sender.ts';
import { themeMail } from '../surveys/theme-mail.ts';
import { surveyMail } from '../surveys/survey-mail.ts';
import { followUpMail, replyMail } from './case-mail.ts';
import { followUpPage } from './follow-up-page.ts';

/* Whatever mails lead to, and the mails: each in the eleven languages of the widget, written the way they are. */

const LANGUAGES = Object.keys(WIDGET_LANGUAGES).flatMap((tag) => languageOf(tag) ?? []);
const shopName = 'Haru <b>&';
const end = { unsubscribeUrl: 'https://okaeri.example/unsubscribe/1', imprint: null };
const preferences = {
  items: [{ purpose: 'surveys', isOn: true, wording: null, canStart: true }],
  recent: [],
} as const;

const PAGES: Readonly<Record<string, (accepted: string) => Promise<string>>> = {
  'that a consent is asked to be confirmed': (accepted) => confirmPage(accepted, 'asks', shopName),
  'that a consent was confirmed': (accepted) => confirmPage(accepted, 'confirmed', shopName),
  'whether a case was put right': (accepted) => followUpPage(accepted, 'asks', shopName),
  'that a case goes on': (accepted) => followUpPage(accepted, 'notSolved', shopName),
  'what one wants to hear': (accepted) =>
    preferencePage(accepted, 'asks', { shopName, purpose: 'surveys', preferences }),
};

const to = 'ada@shop.example';
const MAILS: Readonly<Record<string, (locale: string) => Promise<Mail>>> = {
  'that asks to confirm a consent': (locale) =>
    confirmMail({ to, locale, shopName, wording: null, confirmUrl: 'https://okaeri.example/c' }),
  'with a reply of a case': (locale) =>
    replyMail({
      to,
      locale,
      shopName,
      text: '1',
      answered: '2',
      thread: { references: [], replyTo: 'a@shop.example' },
    }),
  'that asks whether a case was put right': (locale) =>
    followUpMail({ to, locale, shopName, pageUrl: 'https://okaeri.example/case', end }),
  'that tells what was done': (locale) =>
    themeMail({ to, locale, shopName, name: { und: '3' }, text: '4', end }),
  'with a survey': (locale) =>
    surveyMail({
      to,
      locale,
      shopName,
      orderId: 'O-1',
      question: { id: 'q', kind: 'text', text: { und: '5' }, required: true, showIf: null },
      points: 20,
      formUrl: 'https://okaeri.example/survey',
      end,
    }),
};

/** What stands in a page or message, without its marks. */
const wordsOf = (html: string): string =>
  html
    .replaceAll(/<style>.*?<\/style>|<script>.*?<\/script>|<[^>]*>|https?:\S+/gs, ' ')
    .replaceAll(/\s+/g, ' ');

const opening = (language: keyof typeof WIDGET_LANGUAGES): string =>
  `<html lang="${language}" dir="${WIDGET_LANGUAGES[language]}">`;

describe.each(Object.entries(PAGES))('the page that says %s', (_, draw) => {
  test.each(LANGUAGES)(
    'is written in %s, and what the shop is called is text in it',
    async (to) => {
      const page = await draw(`${to},en;q=0.5`);
      expect(page).toContain(opening(to));
      expect(page).toContain('Haru &lt;b&gt;&amp;');
      expect(page).not.toContain('Haru <b>');
    },
  );

  test('says something else in each of them', async () => {
    const said = await Promise.all(LANGUAGES.map(async (to) => wordsOf(await draw(to))));
    expect(new Set(said).size).toBe(LANGUAGES.length);
  });
});

describe.each(Object.entries(MAILS))('the message %s', (_, write) => {
  test.each(LANGUAGES)('is written in %s', async (language) => {
    const mail = await write(language);
    expect(mail.html).toContain(opening(language));
    expect(mail.text).not.toMatch(/undefined|\{/);
  });

  test('says something else in each language, in its subject too', async () => {
    const mails = await Promise.all(LANGUAGES.map(write));
    expect(new Set(mails.map(({ subject }) => subject)).size).toBe(LANGUAGES.length);
    expect(new Set(mails.map(({ text }) => text)).size).toBe(LANGUAGES.length);
  });
});
