import type { BalanceFault, BalanceOptions } from '@okaeri/shared/balance-imports';
import { readEmail } from '@okaeri/shared/emails';
import type { DecimalMark } from '@okaeri/shared/imports';
import { LIMITS } from '@okaeri/shared/limits';
import { id as idSchema } from '@okaeri/shared/values';
import { carriedLine, cutWords } from '@okaeri/shared/words';
import type { ImportedMember } from './documents.ts';
import type { BalanceColumns } from './balance-column-rules.ts';
import { readBirthday } from './birthday-rules.ts';
import { readDate } from './date-rules.ts';
import type { DateStyle } from './day-rules.ts';
import { readNumber } from './number-rules.ts';
import { quoted } from './text-rules.ts';

/** A line of a file of members; of a history, the day and the reason of a movement. */
export interface BalanceRow extends ImportedMember {
  readonly line: number;
  readonly at: number | null;
  readonly reason: string | null;
  /** How many lines just like it stand before it. */
  readonly alike: number;
}

/** How lines are read. */
export interface BalanceReading {
  readonly columns: BalanceColumns;
  readonly kind: BalanceOptions['kind'];
  readonly dates: DateStyle | null;
  readonly birthdays: DateStyle | null;
  readonly mark: DecimalMark | null;
  readonly now: number;
}

/** A line that can come, and what of it does not; or why it cannot. */
export type ReadBalance =
  | { readonly row: BalanceRow; readonly remarks: readonly BalanceFault[] }
  | { readonly fault: BalanceFault };

type Code = BalanceFault['code'];
type Cell = (field: keyof BalanceColumns) => string;

/** Ends the reading of a line that cannot come. */
class LineError extends Error {
  override readonly name = 'LineError';
  readonly code: Code;
  constructor(code: Code, detail: string) {
    super(detail);
    this.code = code;
  }
}

/**
 * Reads a line; what stands in it by the name of its column. Whose it is, points and the days of movements
 * must be right; whatever else cannot be used is left out, and remarked on.
 */
export const readBalance = (
  record: Readonly<Record<string, string>>,
  reading: BalanceReading,
  line: number,
): ReadBalance => {
  const at: Cell = (field) => {
    const column = reading.columns[field];
    return column === undefined ? '' : (record[column] ?? '').trim();
  };
  const remarks: BalanceFault[] = [];
  const remark = (code: Code, detail: string): void => void remarks.push({ line, code, detail });
  try {
    const who = whoIn(at, remark);
    const row = {
      line,
      ...who,
      ...amountsIn(at, reading, remark),
      ...nicetiesIn(at, reading, remark),
      alike: 0,
    };
    return { row, remarks };
  } catch (error) {
    if (!(error instanceof LineError)) throw error;
    return { fault: { line, code: error.code, detail: error.message } };
  }
};

type Remark = (code: Code, detail: string) => void;

type Niceties = Omit<
  BalanceRow,
  'line' | 'alike' | 'shopperId' | 'email' | 'points' | 'lifetimePoints' | 'at'
>;

function whoIn(at: Cell, remark: Remark): Pick<BalanceRow, 'shopperId' | 'email'> {
  const shopperId = idOf(at('shopperId'));
  const address = at('email');
  if (shopperId === null && address === '')
    throw new LineError('shopperMissing', 'It says neither an id nor an address.');
  if (shopperId !== null && !idSchema.safeParse(shopperId).success)
    throw new LineError('shopperMissing', 'The id is too long, or has characters no id may have.');
  const email = readEmail(address);
  if (address !== '' && email === null) {
    const detail = `${quoted(address)} is no address.`;
    // Without an id there is nobody left.
    if (shopperId === null) throw new LineError('emailInvalid', detail);
    remark('emailLeftOut', `${detail} They come without it.`);
  }
  return { shopperId, email };
}

function amountsIn(
  at: Cell,
  { kind, dates, mark, now }: BalanceReading,
  remark: Remark,
): Pick<BalanceRow, 'points' | 'lifetimePoints' | 'at'> {
  const isHistory = kind === 'history';
  // Who has none has an empty field in some exports.
  const points = pointsIn(at('points'), mark, isHistory ? -LIMITS.pointsMax : 0) ?? 0;
  const day = isHistory ? readDate(at('date'), dates, now) : { at: null };
  if ('fault' in day)
    throw new LineError(day.fault, `${quoted(at('date'))} is no day that can be told.`);
  const lifetimePoints = isHistory ? null : lifetimeIn(at('lifetimePoints'), mark, points, remark);
  return { points, lifetimePoints, at: day.at };
}

/** What may be missing, and never keeps a line from coming. */
function nicetiesIn(at: Cell, { birthdays }: BalanceReading, remark: Remark): Niceties {
  const text = (what: string, words: string): string | null => textOf(words, what, remark);
  const names = [at('firstName'), at('lastName')].filter(Boolean).join(' ');
  return {
    name: text('name', at('name') || names),
    reason: text('reason', at('reason')),
    tier: text('tier', at('tier')),
    birthday: birthdayIn(at('birthday'), birthdays, remark),
    referralCode: codeIn(at('referralCode'), 'referral code', remark),
    referredBy: codeIn(idOf(at('referredBy')) ?? '', 'one who recommended them', remark),
    tags: tagsIn(at('tags'), remark),
  };
}

/** Ids of Shopify’s come as numbers with a letter before, or as `gid://shopify/Customer/1`. */
function idOf(text: string): string | null {
  return (
    text
      .trim()
      .replace(/^gid:\/\/shopify\/Customer\//, '')
      .replace(/^'/, '') || null
  );
}

/** Whole points, with or without thousands set apart; "1200.0" is 1200, and an empty field says none. */
function pointsIn(text: string, mark: DecimalMark | null, least: number): number | null {
  if (text === '') return null;
  const read = readNumber(text, mark);
  if (read === 'ambiguous') {
    const detail = `${quoted(text)} could be two numbers; say whether a point or a comma stands before decimals.`;
    throw new LineError('pointsAmbiguous', detail);
  }
  const points = Number(/^(-?\d{1,15})(?:\.0+)?$/.exec(read?.plain ?? '')?.[1] ?? Number.NaN);
  if (!(points >= least && points <= LIMITS.pointsMax))
    throw new LineError('pointsInvalid', `${quoted(text)} is no number of points.`);
  return points;
}

/** What was ever earned, which a member may come without: then it is what they have. */
function lifetimeIn(
  text: string,
  mark: DecimalMark | null,
  points: number,
  remark: Remark,
): number | null {
  try {
    const lifetime = pointsIn(text, mark, 0);
    if (lifetime === null || lifetime >= points) return lifetime;
    remark('lifetimeLeftOut', `${points} are left of ${lifetime}. They come without it.`);
  } catch (error) {
    if (!(error instanceof LineError)) throw error;
    // As with the points themselves, somebody may say which of two numbers it is.
    const isOpen = error.code === 'pointsAmbiguous';
    remark(isOpen ? 'lifetimeAmbiguous' : 'lifetimeLeftOut', `${error.message} They come without.`);
  }
  return null;
}

function textOf(text: string, what: string, remark: Remark): string | null {
  const clean = carriedLine(text).trim();
  const kept = cutWords(clean, LIMITS.textLengthMax);
  if (kept !== clean)
    remark(
      'textCut',
      `The ${what} has more than ${LIMITS.textLengthMax} characters; its beginning comes.`,
    );
  else if (kept === '' && text !== '') remark('textLeftOut', `The ${what} says nothing.`);
  return kept === '' ? null : kept;
}

function birthdayIn(text: string, style: DateStyle | null, remark: Remark): string | null {
  if (text === '') return null;
  const read = readBirthday(text, style);
  if (read === undefined) {
    remark('birthdayLeftOut', `${quoted(text)} is no day. They come without it.`);
    return null;
  }
  if (read !== 'ambiguous') return read.monthDay;
  const detail = `${quoted(text)} could be two days; say the order of day and month.`;
  remark('birthdayAmbiguous', `${detail} They come without it.`);
  return null;
}

function codeIn(text: string, what: string, remark: Remark): string | null {
  if (text === '') return null;
  const code = idSchema.safeParse(text).data ?? null;
  if (code === null) remark('textLeftOut', `${quoted(text)} cannot be a ${what}.`);
  return code;
}

function tagsIn(cell: string, remark: Remark): readonly string[] {
  const tags = cell
    .split(/[,;]/)
    .filter((tag) => tag.trim() !== '')
    .flatMap((tag) => textOf(tag.trim(), 'tag', remark) ?? []);
  if (tags.length > LIMITS.tagsMax)
    remark('textLeftOut', `Of ${tags.length} tags the first ${LIMITS.tagsMax} come.`);
  return tags.slice(0, LIMITS.tagsMax);
}
