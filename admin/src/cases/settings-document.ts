import type { CaseSettings } from '@okaeri/shared/case-settings';
import { datesIn, hoursIn, listIn, textOfHours } from './settings-text.ts';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** What stands in the fields, by their names; words of harm by their language, `harm-ja`. */
export type Texts = Readonly<Record<string, string>>;

const HARM = 'harm-';

/** What the fields say of a document. */
export const textsOf = (of: CaseSettings): Texts => {
  const { openingHours, holidays, harmWords, recoveryPointsMax } = of;
  return {
    ...Object.fromEntries(WEEKDAYS.map((day) => [day, textOfHours(openingHours[day])])),
    ...Object.fromEntries(
      Object.entries(harmWords).map(([tag, words]) => [`${HARM}${tag}`, wordsText(tag, words)]),
    ),
    holidays: holidays.join('\n'),
    points: String(recoveryPointsMax),
  };
};

/** The document that the fields say; null while one of them is wrong. */
export const documentOf = (
  before: CaseSettings,
  typed: Texts,
  chosen: Pick<CaseSettings, 'opensFor' | 'ownerByReason'>,
): CaseSettings | null => {
  const at = (name: string): string => typed[name] ?? '';
  const holidays = datesIn(at('holidays'));
  const points = /^\d{1,12}$/.test(at('points').trim()) ? Number(at('points')) : null;
  const [mon, tue, wed, thu, fri, sat, sun] = WEEKDAYS.map((day) => hoursIn(at(day)));
  if (!mon || !tue || !wed || !thu || !fri || !sat || !sun) return null;
  if (holidays === null || points === null) return null;
  const harm = Object.entries(typed).flatMap(([name, text]) =>
    name.startsWith(HARM) ? [[name.slice(HARM.length), listIn(text)] as const] : [],
  );
  return {
    ...before,
    ...chosen,
    openingHours: { mon, tue, wed, thu, fri, sat, sun },
    holidays,
    harmWords: { ...before.harmWords, ...Object.fromEntries(harm) },
    recoveryPointsMax: points,
  };
};

function wordsText(tag: string, words: readonly string[]): string {
  return words.join(/^(ja|zh)/.test(tag) ? '、' : ', ');
}
