import { z } from 'zod';
import { LIMITS } from './limits.ts';

// C0 and C1 controls, and lone surrogates: invisible, unprintable, and PostgreSQL refuses NUL.
const UNCLEAN = /\p{Control}|\p{Surrogate}/u;

const clean = (maximum: number) =>
  z
    .string()
    .min(1)
    .max(maximum)
    .refine((value) => !UNCLEAN.test(value), 'must not contain control characters');

/** An id the merchant chose. */
export const id = clean(LIMITS.idLengthMax);

/** A text people read. */
export const text = clean(LIMITS.textLengthMax);

/** An e-mail address. */
export const email = z.email().max(LIMITS.emailLengthMax);

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
  .refine((texts) => Object.keys(texts).length > 0, 'must have at least one language');

/** A number of days. */
export const days = z.int().min(0).max(LIMITS.daysMax);

/** A decimal rate, kept as text so that it is exact. */
export const decimal = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,12})?$/, 'must be a decimal such as "0.0067"');
