import type { SurveyEstimate, SurveyResponse } from '@okaeri/shared/survey-results';
import type { SurveyKind } from '@okaeri/shared/survey-questions';
import { language, messages } from '../i18n/messages.ts';

/** How the scores of each kind are written, and the ends of what they can be. */
export const SCALE_ENDS: Readonly<Record<SurveyKind, readonly [low: number, high: number]>> = {
  nps: [-100, 100],
  csat: [0, 1],
  ces: [1, 7],
  loyalty: [1, 7],
  custom: [0, 1],
};

/** `+20.0`, `82.0%` or `5.70`: one precision for each kind, as in a column. */
export const scoreText = (kind: SurveyKind, value: number): string => {
  if (kind === 'nps') return signed(value, 1);
  return kind === 'csat' ? shareText(value) : fixed(value, 2);
};

/** The same without digits that say nothing: `+20`. */
export const shortScoreText = (kind: SurveyKind, value: number): string =>
  kind === 'nps' && Number.isInteger(value) ? signed(value, 0) : scoreText(kind, value);

/** `82.0%` */
export const shareText = (share: number): string =>
  new Intl.NumberFormat(language.value, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(share);

/** `95% interval +5.2 to +33.8`; how many there are of how many, where that is not said yet. */
export const intervalText = (kind: SurveyKind, of: SurveyEstimate): string => {
  const w = messages().surveys;
  if (of.low === null || of.high === null) return w.notEnough(of.n, 30);
  return w.interval(scoreText(kind, of.low), scoreText(kind, of.high));
};

/** What a text of several languages says in the console's, else in any. */
export const wordsOf = (
  texts: Readonly<Record<string, string>> | null | undefined,
  otherwise: string,
): string => {
  const said = texts?.[language.value] ?? texts?.['en'] ?? Object.values(texts ?? {})[0];
  return said === undefined || said === '' ? otherwise : said;
};

/** `2026 Q4`, `2026 H2`; other keys are words or days already. */
export const waveText = (wave: string): string => wave.replace(/^(\d{4})([QH]\d)$/u, '$1 $2');

function signed(value: number, digits: number): string {
  const rounded = Number(value.toFixed(digits));
  const sign = rounded > 0 ? '+' : rounded < 0 ? '−' : '';
  return `${sign}${fixed(Math.abs(rounded), digits)}`;
}

function fixed(value: number, digits: number): string {
  return new Intl.NumberFormat(language.value, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** What somebody said in words, by the question. */
export const saidIn = ({
  answers,
}: Pick<SurveyResponse, 'answers'>): readonly { questionId: string; text: string }[] =>
  Object.entries(answers).flatMap(([questionId, answer]) => {
    const text =
      typeof answer === 'string'
        ? answer
        : typeof answer === 'object' && 'text' in answer
          ? answer.text
          : '';
    return text === '' ? [] : [{ questionId, text }];
  });
