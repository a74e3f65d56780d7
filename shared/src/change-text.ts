import type { Change, Measured } from './changes.ts';
import type { ScoreKind } from './effect-figures.ts';
import type { Stage } from './segments.ts';

/*
 * A change in words, the same in the console and in e-mails: what became more or less, both values with how many people
 * stand behind them, and the interval of the difference. The words of a language stand in a file of their own.
 */

/** A value as it is said, and of how many. */
export interface SaidValue {
  readonly value: string;
  readonly of: string;
}

type Facts = (now: SaidValue, before: SaidValue) => string;
interface Titles {
  readonly up: string;
  readonly down: string;
}
type ShareKind = Exclude<Change['kind'], 'score' | 'move'>;

/** What a language says of changes. */
export interface ChangeWords {
  readonly language: 'en' | 'ja';
  readonly stages: Readonly<Record<Stage, string>>;
  readonly scores: Readonly<Record<ScoreKind, string>>;
  /** What is compared, whatever became of it. */
  readonly names: Readonly<Record<ShareKind, string>>;
  readonly scoreName: (score: string, survey: string) => string;
  readonly moveName: (from: string, to: string) => string;
  readonly titles: Readonly<Record<ShareKind, Titles>>;
  readonly scoreTitle: (score: string, survey: string, isUp: boolean) => string;
  readonly moveTitle: (from: string, to: string, isUp: boolean) => string;
  readonly facts: Readonly<Record<ShareKind | 'score', Facts>>;
  readonly moveFacts: (of: { from: string; now: SaidValue; before: SaidValue }) => string;
  readonly range: (
    of: { difference: string; low: string; high: string },
    confidence: number,
  ) => string;
  readonly percentagePoints: (count: string) => string;
  readonly scorePoints: (count: string) => string;
  readonly notProven: string;
  readonly tooFew: (has: string, needed: string) => string;
}

/** What is compared, such as "Buyers who came back". */
export const nameOfChange = (change: Change, words: ChangeWords): string => {
  const { kind, survey, move } = change;
  if (survey !== null) return words.scoreName(words.scores[survey.kind], survey.id);
  if (move !== null) return words.moveName(words.stages[move.from], words.stages[move.to]);
  return kind === 'score' || kind === 'move' ? change.figure : words.names[kind];
};

/** What became of it, such as "Fewer buyers came back". */
export const titleOfChange = (change: Change, words: ChangeWords): string => {
  const { kind, survey, move } = change;
  const isUp = (change.difference ?? 0) > 0;
  if (survey !== null) return words.scoreTitle(words.scores[survey.kind], survey.id, isUp);
  if (move !== null) return words.moveTitle(words.stages[move.from], words.stages[move.to], isUp);
  return kind === 'score' || kind === 'move'
    ? change.figure
    : words.titles[kind][isUp ? 'up' : 'down'];
};

/** Both values, each with how many stand behind it. */
export const factsOfChange = (change: Change, words: ChangeWords): string => {
  const { kind, move } = change;
  const [now, before] = [said(change, change.now, words), said(change, change.before, words)];
  if (move !== null) return words.moveFacts({ from: words.stages[move.from], now, before });
  return kind === 'move' ? '' : words.facts[kind](now, before);
};

/** The difference with its interval; empty where nothing is compared. */
export const rangeOfChange = (
  change: Change,
  words: ChangeWords,
  confidence: 95 | 99 = 99,
): string => {
  const { difference, low, high } = change;
  if (difference === null || low === null || high === null) return '';
  const signed = (value: number): string => signedText(change, value, words);
  const spread = { difference: signed(difference), low: signed(low), high: signed(high) };
  return words.range(
    { ...spread, difference: unitOf(change, spread.difference, words) },
    confidence,
  );
};

/** Whether it went one way for sure: its interval leaves out 0. */
export const isProven = ({ low, high }: Pick<Change, 'low' | 'high'>): boolean =>
  low !== null && high !== null && (low > 0 || high < 0);

/** A value of a figure as people read it: a share in percent, a score as it is given. */
export const valueText = (
  change: Pick<Change, 'survey'>,
  value: number,
  { language }: Pick<ChangeWords, 'language'>,
): string =>
  isShare(change)
    ? new Intl.NumberFormat(language, {
        style: 'percent',
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      }).format(value)
    : decimal(value, language);

function said(change: Change, { value, of }: Measured, words: ChangeWords): SaidValue {
  const count = new Intl.NumberFormat(words.language).format(of);
  return { value: value === null ? '–' : valueText(change, value, words), of: count };
}

/** Shares differ by percentage points, a net promoter score by its own, means by what they are of. */
function signedText(change: Change, value: number, { language }: ChangeWords): string {
  const number = isShare(change) ? value * 100 : value;
  const sign = number > 0 ? '+' : number < 0 ? '−' : '';
  return sign + decimal(Math.abs(number), language);
}

function unitOf(change: Change, text: string, words: ChangeWords): string {
  const kind = change.survey?.kind;
  if (kind === 'ces' || kind === 'loyalty') return text;
  return kind === 'nps' ? words.scorePoints(text) : words.percentagePoints(text);
}

function isShare({ survey }: Pick<Change, 'survey'>): boolean {
  return survey === null || survey.kind === 'csat';
}

function decimal(value: number, language: string): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return new Intl.NumberFormat(language, digits).format(value);
}
