import type { Alert, Change, ReportFigures } from '@okaeri/shared/changes';
import {
  factsOfChange,
  isProven,
  nameOfChange,
  rangeOfChange,
  titleOfChange,
  valueText,
  type ChangeWords,
} from '@okaeri/shared/change-text';
import { words as en } from '@okaeri/shared/change-words-en';
import { words as ja } from '@okaeri/shared/change-words-ja';
import { INSIGHT_PEOPLE_MIN } from '@okaeri/shared/insights';
import { formatMoney } from '@okaeri/shared/money-format';
import { mailHtml, mailText, type MailParts } from '../../../platform/mail/mail-layout.ts';
import type { Mail } from '../../../platform/mail/mail-sender.ts';
import { INSIGHT_TEXTS } from './mail-texts.ts';

/** To whom, and where what is said stands. */
export interface Reading {
  readonly to: string;
  readonly language: 'en' | 'ja';
  readonly shopName: string;
  readonly consoleUrl: string;
  readonly settingsUrl: string;
}

const WORDS: Readonly<Record<Reading['language'], ChangeWords>> = { en, ja };

/** The alerts of a day in words. */
export const alertMail = async (
  reading: Reading,
  of: {
    readonly alerts: readonly [Alert, ...Alert[]];
    readonly from: string;
    readonly until: string;
  },
): Promise<Mail> => {
  const { language, shopName } = reading;
  const [texts, words] = [INSIGHT_TEXTS[language], WORDS[language]];
  const { alerts, from, until } = of;
  const space = language === 'ja' ? '' : ' ';
  return mailOf(reading, {
    subject: texts.alertSubject(shopName, alerts.length, titleOfChange(alerts[0], words)),
    heading: texts.alertHeading(shopName),
    paragraphs: [
      texts.alertIntro(dayText(from, language), dayText(until, language)),
      ...alerts.map((alert) => {
        const title = titleOfChange(alert, words) + (language === 'ja' ? '。' : '.');
        return [title, factsOfChange(alert, words), rangeOfChange(alert, words)].join(space);
      }),
      texts.cause,
    ],
  });
};

/** The report of a week or a month: first in words, then each figure in a line. */
export const reportMail = async (
  reading: Reading,
  { report, openAlerts }: { readonly report: ReportFigures; readonly openAlerts: number },
): Promise<Mail> => {
  const { language, shopName } = reading;
  const texts = INSIGHT_TEXTS[language];
  const period = periodText(report, language);
  const changes = report.changes.filter(({ kind }) => kind !== 'move');
  return mailOf(reading, {
    subject: texts.reportSubject(shopName, period),
    heading: texts.reportHeading(shopName, period),
    paragraphs: [...salesOf(report, language), ...changedOf(changes, language)],
    list: changes.map((change) => lineOf(change, language)),
    closing: [...(openAlerts > 0 ? [texts.alerts(openAlerts)] : []), texts.cause],
  });
};

function salesOf(report: ReportFigures, language: Reading['language']): string[] {
  const texts = INSIGHT_TEXTS[language];
  const { buyers, newBuyers, revenueMinor, currency } = report;
  const count = (of: number): string => new Intl.NumberFormat(language).format(of);
  const money = (minor: number): string => formatMoney(minor, currency, language);
  if (buyers.now === 0) return [texts.nobody(count(buyers.before))];
  return [
    texts.buyers({
      now: count(buyers.now),
      fresh: count(newBuyers.now),
      before: count(buyers.before),
      freshBefore: count(newBuyers.before),
    }),
    texts.revenue(money(revenueMinor.now), money(revenueMinor.before)),
  ];
}

function changedOf(changes: readonly Change[], language: Reading['language']): string[] {
  const [texts, words] = [INSIGHT_TEXTS[language], WORDS[language]];
  const proven = changes.filter(isProven);
  if (proven.length > 0) {
    const titles = proven.map((change) => titleOfChange(change, words));
    const list = new Intl.ListFormat(language, { type: 'unit' }).format(titles);
    return [
      `${texts.changed}${language === 'ja' ? '' : ' '}${list}${language === 'ja' ? '。' : '.'}`,
    ];
  }
  return [changes.some(({ difference }) => difference !== null) ? texts.unchanged : texts.tooFew];
}

function lineOf(change: Change, language: Reading['language']): string {
  const [texts, words] = [INSIGHT_TEXTS[language], WORDS[language]];
  const name = nameOfChange(change, words);
  const { value, low, high, of } = change.now;
  const count = (n: number): string => new Intl.NumberFormat(language).format(n);
  if (value === null || low === null || high === null)
    return texts.lineOfFew(name, words.tooFew(count(of), count(INSIGHT_PEOPLE_MIN)));
  const said = (one: number): string => valueText(change, one, words);
  return texts.line({
    name,
    value: said(value),
    range: texts.range(said(low), said(high)),
    people: count(of),
    compared: comparedOf(change, language),
  });
}

function comparedOf(change: Change, language: Reading['language']): string {
  const [texts, words] = [INSIGHT_TEXTS[language], WORDS[language]];
  const { value } = change.before;
  if (value === null || change.difference === null) return texts.notCompared;
  const became = isProven(change) ? rangeOfChange(change, words, 95) : words.notProven;
  return texts.compared(valueText(change, value, words), became);
}

async function mailOf(
  { to, language, shopName, consoleUrl, settingsUrl }: Reading,
  of: Pick<MailParts, 'heading' | 'paragraphs' | 'list' | 'closing'> & { readonly subject: string },
): Promise<Mail> {
  const texts = INSIGHT_TEXTS[language];
  const { subject, ...said } = of;
  const parts: MailParts = {
    ...said,
    language,
    button: { label: texts.open, url: consoleUrl },
    footer: [texts.because(shopName)],
    footerLink: { label: texts.stop, url: settingsUrl },
  };
  return {
    to,
    fromName: 'Okaeri',
    subject,
    text: mailText(parts),
    html: await mailHtml(parts),
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

/** `October 2026`, or a week by its days. */
function periodText({ period, from, until }: ReportFigures, language: Reading['language']): string {
  if (period.includes('W'))
    return INSIGHT_TEXTS[language].week(dayText(from, language), dayText(until, language));
  const form = new Intl.DateTimeFormat(language, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return form.format(new Date(`${from}T00:00:00Z`));
}

function dayText(date: string, language: Reading['language']): string {
  const dateStyle = language === 'ja' ? 'long' : 'medium';
  const form = new Intl.DateTimeFormat(language, { dateStyle, timeZone: 'UTC' });
  return form.format(new Date(`${date}T00:00:00Z`));
}
