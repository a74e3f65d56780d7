import type { PublicProgram } from '@okaeri/shared/storefront';

type Texts = Readonly<Record<string, string>>;

/** A text in the language, else in English, else in whatever there is. */
export const localize = (texts: Texts, language: string): string =>
  texts[language] ?? texts['en'] ?? Object.values(texts)[0] ?? '';

/** `1,234` as the language writes it. */
export const formatCount = (count: number, language: string): string =>
  new Intl.NumberFormat(language).format(count);

/** `36 points`, by the programme's own name for them and the language's plural. */
export const formatPoints = (
  count: number,
  program: Pick<PublicProgram, 'pointsName'>,
  language: string,
): string => {
  const names = program.pointsName[language] ?? program.pointsName['en'];
  const one = new Intl.PluralRules(language).select(count) === 'one';
  const name = (one ? names?.one : undefined) ?? names?.other ?? '';
  return `${formatCount(count, language)}${language === 'ja' ? '' : ' '}${name}`;
};

/** `$5` or `￥500`: money from minor units, without cents where there are none to show. */
export const formatMoney = (minor: number, currency: string, language: string): string => {
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
};

/** `22 Nov 2026` as the language writes it, in the reader's own time zone. */
export const formatDay = (iso: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(iso));
