import type { BalanceFault, BalanceOptions } from '@okaeri/shared/balance-imports';
import { readEmail } from '@okaeri/shared/emails';
import { LIMITS } from '@okaeri/shared/limits';
import { id as idSchema } from '@okaeri/shared/values';
import { carriedLine, cutWords } from '@okaeri/shared/words';
import { readDate, type DateOrder } from './date-rules.ts';
import type { BroughtMember } from '../shoppers/brought-member-rules.ts';
import type { BalanceColumns } from './balance-column-rules.ts';
import { quoted } from './text-rules.ts';

/** A line of a file of members; of a history, the day and the reason of a movement. */
export interface BalanceRow extends BroughtMember {
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
  readonly order: DateOrder | null;
  readonly now: number;
}

export type ReadBalance = { readonly row: BalanceRow } | { readonly fault: BalanceFault };

/** Whole points, with or without thousands set apart, in any of the usual ways; "1200.0" is 1200. */
const wholeOf = (text: string): number | undefined => {
  const plain = text.trim().replaceAll(/[\s,'’_](?=\d{3}(\D|$))/g, '');
  const parts = /^(-?\d{1,12})(?:\.0+)?$/.exec(plain);
  return parts?.[1] === undefined ? undefined : Number(parts[1]);
};

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Month and day of `1990-02-28`, `1990/2/28`, `02-28` or `2月28日`. */
const birthdayOf = (text: string): string | null | undefined => {
  if (text === '') return null;
  const parts = /^(?:\d{4}[-/年])?(\d{1,2})[-/月](\d{1,2})日?(?:[T ].*)?$/.exec(text) ?? [];
  const [month, day] = [Number(parts[1]), Number(parts[2])];
  if (!(day >= 1 && day <= (DAYS[month - 1] ?? 0))) return undefined;
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

const textOf = (text: string): string | null => {
  const clean = cutWords(carriedLine(text).trim(), LIMITS.textLengthMax);
  return clean === '' ? null : clean;
};

/** Ids of Shopify’s come as numbers with a letter before, or as `gid://shopify/Customer/1`. */
const idOf = (text: string): string | null =>
  text
    .trim()
    .replace(/^gid:\/\/shopify\/Customer\//, '')
    .replace(/^'/, '') || null;

/** Reads a line; what stands in it by the name of its column. */
export const readBalance = (
  record: Readonly<Record<string, string>>,
  { columns, kind, order, now }: BalanceReading,
  line: number,
): ReadBalance => {
  const at = (field: keyof BalanceColumns): string => {
    const column = columns[field];
    return column === undefined ? '' : (record[column] ?? '').trim();
  };
  const fault = (code: BalanceFault['code'], detail: string): ReadBalance => ({
    fault: { line, code, detail },
  });
  const shopperId = idOf(at('shopperId'));
  const address = textOf(at('email'));
  if (shopperId === null && address === null)
    return fault('shopperMissing', 'It says neither an id nor an address.');
  if (shopperId !== null && !idSchema.safeParse(shopperId).success)
    return fault('shopperMissing', 'The id is too long, or has characters no id may have.');
  const email = address === null ? null : readEmail(address);
  if (address !== null && email === null)
    return fault('emailInvalid', `${quoted(address ?? '')} is no address.`);
  // Who has none has an empty field in some exports.
  const points = at('points') === '' ? 0 : wholeOf(at('points'));
  const least = kind === 'history' ? -LIMITS.pointsMax : 0;
  if (points === undefined || points < least || points > LIMITS.pointsMax)
    return fault('pointsInvalid', `${quoted(at('points'))} is no number of points.`);
  const day = kind === 'history' ? readDate(at('date'), order, now) : { at: null };
  if ('fault' in day) return fault(day.fault, `${quoted(at('date'))} is no day that can be told.`);
  const told = kind === 'history' ? '' : at('lifetimePoints');
  const lifetimePoints = told === '' ? null : wholeOf(told);
  if (lifetimePoints === undefined || (lifetimePoints ?? 0) > LIMITS.pointsMax)
    return fault('pointsInvalid', `${quoted(told)} is no number of points.`);
  if (lifetimePoints !== null && lifetimePoints < points)
    return fault('lifetimeTooSmall', `${points} are left of ${lifetimePoints}.`);
  const birthday = birthdayOf(at('birthday'));
  if (birthday === undefined)
    return fault('birthdayInvalid', `${quoted(at('birthday'))} is no day.`);
  const names = textOf([at('firstName'), at('lastName')].filter(Boolean).join(' '));
  return {
    row: {
      line,
      at: day.at,
      reason: textOf(at('reason')),
      alike: 0,
      shopperId,
      email,
      name: textOf(at('name')) ?? names,
      points,
      lifetimePoints,
      tier: textOf(at('tier')),
      birthday,
      referralCode: textOf(at('referralCode')),
      referredBy: idSchema.safeParse(idOf(at('referredBy'))).data ?? null,
      tags: at('tags')
        .split(/[,;]/)
        .flatMap((tag) => textOf(tag) ?? [])
        .slice(0, LIMITS.tagsMax),
    },
  };
};
