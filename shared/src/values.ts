import { z } from 'zod';
import { isTimeZone } from './days.ts';
import { faulty } from './field-faults.ts';
import { LIMITS } from './limits.ts';
import { carriedLine, cleanLine, orNothing } from './words.ts';

// C0 and C1 controls, lone surrogates and noncharacters: no format carries all of them.
const UNCLEAN = /\p{Control}|\p{Surrogate}|\p{Noncharacter_Code_Point}/u;

/** An id the merchant chose. It is refused rather than changed: another id is another thing. */
export const id = z
  .string()
  .min(1)
  .max(LIMITS.idLengthMax)
  .refine((value) => !UNCLEAN.test(value), 'must not contain control characters or noncharacters');

/**
 * A text of one line as it came, without what formats cannot carry. What a programme compares, or
 * keeps, is one: cleaning it further would make stored programmes read otherwise than they were published.
 */
export const text = z.string().overwrite(carriedLine).min(1).max(LIMITS.textLengthMax);

/** The same where it may be missing: an empty one is null. */
export const textIfAny = orNothing(z.string().overwrite(carriedLine).max(LIMITS.textLengthMax));

const cleaned = z.string().overwrite(cleanLine);

/** A name, a title, a reason: words of people in one line, of so many characters at most. */
export const lineOf = (maximum: number) => cleaned.min(1, 'must say something').max(maximum);
export const line = lineOf(LIMITS.textLengthMax);

/** The same where it may be missing: one that says nothing is null. */
export const lineIfAny = orNothing(cleaned.max(LIMITS.textLengthMax));

/** What somebody or something is marked with. A tag that says nothing is left out. */
export const tagsUpTo = (maximum: number) =>
  z
    .array(z.string().overwrite(carriedLine).max(LIMITS.textLengthMax))
    .max(maximum)
    .overwrite((all) => all.filter((tag) => tag.trim() !== ''));
export const tags = tagsUpTo(LIMITS.tagsMax);

/** ISO 4217, three capitals. */
export const currency = z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as "USD"');

/** Minor units, never negative. */
export const moneyMinor = z
  .int('must be a whole number of minor units')
  .min(0, 'must not be negative')
  .max(LIMITS.moneyMinorMax);

/** ISO 8601 in UTC. */
export const instant = z.iso.datetime('must be ISO 8601 in UTC, such as "2026-11-22T09:30:00Z"');

/** A BCP 47 language tag, such as `en` or `pt-BR`. */
export const locale = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag')
  .max(35);

/** The same text in one or more languages. */
export const localizedText = z
  .record(locale, text)
  .refine(
    (texts) => Object.keys(texts).length > 0,
    faulty('noLanguage', 'must have at least one language'),
  );

/** A number of days. */
export const days = z.int().min(0).max(LIMITS.daysMax);

/** A decimal rate, kept as text so that it is exact. */
export const decimal = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,12})?$/, 'must be a decimal such as "0.0067"');

/** Where days begin. */
export const timeZone = text.refine(
  isTimeZone,
  faulty('notATimeZone', 'must be an IANA time zone such as "Asia/Tokyo"'),
);
