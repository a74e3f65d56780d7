import { formatDay, formatEnd, type DayStyle } from '@okaeri/shared/days';
import type { PublicProgram } from '@okaeri/shared/storefront';
import type { TierPolicy } from '@okaeri/shared/tiers';
import { fill, type Text, type Values } from '../i18n/fill.ts';
import { formatMoney } from '@okaeri/shared/money-format';
import { formatCount, formatPoints, localize } from '../i18n/format.ts';
import { directionOf, type Language } from '../i18n/languages.ts';
import type { LanguageTexts, MessageKey } from '../i18n/messages.ts';

/** Messages, numbers, money and days in the shopper's language and the programme's words. */
export interface Words {
  readonly language: Language;
  /** A message with its values; the merchant's own text where there is one. */
  readonly say: (key: MessageKey, values?: Values) => string;
  readonly count: (count: number) => string;
  readonly points: (count: number) => string;
  readonly money: (minor: number, currency: string) => string;
  /** The day an instant lies in, in the shop's time zone. */
  readonly day: (iso: string) => string;
  /** The last day before an end, or the time of it where it lies within a day. */
  readonly end: (iso: string) => string;
  readonly localize: (texts: Readonly<Record<string, string>>) => string;
  /** A value of the tiers' metric: points, money, or orders. */
  readonly metric: (metric: TierPolicy['metric'], value: number) => string;
  /** Fetches words that are needed from now on. */
  readonly load: (part: keyof LanguageTexts) => Promise<void>;
}

/** Speaks a language; `program` is asked each time, as it may change. */
export const createWords = (
  language: Language,
  texts: LanguageTexts,
  program: () => PublicProgram | null,
): Words => {
  const known: Partial<Record<MessageKey, Text>> = {};
  const say = (key: MessageKey, values: Values = {}): string =>
    fill(program()?.appearance.texts[language]?.[key] ?? known[key] ?? '', values, language);
  // In Arabic, what is written the other way round stands apart (Unicode's isolates), else it is torn.
  const apart = (text: string, begin = '\u2068'): string =>
    directionOf(language) === 'rtl' ? `${begin}${text}\u2069` : text;
  const points = (count: number): string => {
    const current = program();
    return current ? apart(formatPoints(count, current, language)) : formatCount(count, language);
  };
  const money = (minor: number, currency: string): string =>
    apart(formatMoney(minor, currency, language), '\u2066');
  const style = (): DayStyle => ({ language, timeZone: program()?.timeZone });
  return {
    language,
    say,
    points,
    money,
    count: (count) => formatCount(count, language),
    day: (iso) => formatDay(iso, style()),
    end: (iso) => formatEnd(iso, style()),
    localize: (localized) => apart(localize(localized, language)),
    metric: (metric, value) => {
      if (metric === 'orders') return say('orders', { count: value });
      return metric === 'points' ? points(value) : money(value, program()?.currency ?? 'USD');
    },
    load: async (part) => void Object.assign(known, (await texts[part]()).messages),
  };
};
