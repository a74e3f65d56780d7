import type { PublicProgram } from '@okaeri/shared/storefront';

type Texts = Readonly<Record<string, string>>;

/** What there is in the language: `zh-Hant`, else `zh`, else English, else whatever there is. */
const pick = <T>(texts: Readonly<Record<string, T>>, language: string): T | undefined =>
  texts[language] ?? texts[language.split('-')[0] ?? ''] ?? texts['en'] ?? Object.values(texts)[0];

/** A text in the language, as near as the merchant has it. */
export const localize = (texts: Texts, language: string): string => pick(texts, language) ?? '';

/** Scripts that set no space between a number and its noun. */
const CLOSE = /^(ja|zh)/;

/** `1,234` as the language writes it. */
export const formatCount = (count: number, language: string): string =>
  new Intl.NumberFormat(language).format(count);

/** `36 points`, by the programme's own name for them and the language's plural. */
export const formatPoints = (
  count: number,
  program: Pick<PublicProgram, 'pointsName'>,
  language: string,
): string => {
  const names = pick(program.pointsName, language);
  const one = new Intl.PluralRules(language).select(count) === 'one';
  const name = (one ? names?.one : undefined) ?? names?.other ?? '';
  return `${formatCount(count, language)}${CLOSE.test(language) ? '' : ' '}${name}`;
};
