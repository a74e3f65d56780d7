import { z } from 'zod';
import { email } from './emails.ts';
import { LIMITS } from './limits.ts';
import { id, instant, locale } from './values.ts';
import { carriedLine, cleanLine, cleanWords, cutWords, orNothing } from './words.ts';

/*
 * Fields that never cost what they stand in: what cannot be used is null, and a text that is too long is
 * its beginning. Whoever sent it is warned (`server/src/platform/lib/left-out.ts`). Reading again what was read changes nothing.
 */

const cutTo = (clean: (words: string) => string, maximum: number) =>
  z
    .string()
    .overwrite((words) => cutWords(clean(words), maximum))
    .meta({ maxLength: maximum });

/** A name, a title or a note, as much of it as can be kept. */
export const lineKept = orNothing(cutTo(cleanLine, LIMITS.textLengthMax)).catch(null);

/** A text that programmes compare, as much of it as can be kept. */
export const textKept = orNothing(cutTo(carriedLine, LIMITS.textLengthMax)).catch(null);

/** An address, where it is one. */
export const emailKept = email.nullish().catch(null);

/** A code or an id of something that may be missing: whole, or not at all. */
export const idKept = id.nullish().catch(null);

/** A text of ours that was handed back, whole or not at all. */
export const handedBack = z.string().max(LIMITS.textLengthMax).nullish().catch(null);

/** A language, where it is one. */
export const localeKept = locale.nullish().catch(null);

/** Tags that say something, as many as there may be. */
export const tagsKept = z
  .array(cutTo(carriedLine, LIMITS.textLengthMax).catch(''))
  .overwrite((all) => all.filter((tag) => tag.trim() !== '').slice(0, LIMITS.tagsMax))
  .meta({ maxItems: LIMITS.tagsMax })
  .catch([]);

/** Codes, each whole or not at all, as many as there may be. */
export const codesKept = (maximum: number) =>
  z
    .array(id.catch(''))
    .overwrite((all) => all.filter((code) => code !== '').slice(0, maximum))
    .meta({ maxItems: maximum })
    .catch([]);

/** Ids, each whole or not at all, as many as there may be. */
export const idsKept = (maximum: number) => codesKept(maximum).default([]);

/** An instant, where it is one. */
export const instantKept = instant.nullish().catch(null);

/** An address of the web, where it is one. */
export const urlKept = z
  .url({ protocol: /^https?$/ })
  .max(LIMITS.urlLengthMax)
  .nullish()
  .catch(null);

/** A text in one line that says something, as much of it as can be kept: for the values of a record. */
export const lineUpTo = (maximum: number) => cutTo(cleanLine, maximum).min(1);

/** The same over several lines. */
export const wordsUpTo = (maximum: number) => cutTo(cleanWords, maximum).min(1);

/** A record without what cannot be used of it: keys that are none, values that are none, and what is too many. */
export const recordKept = <Value extends z.ZodType>(
  key: z.ZodType<string, string>,
  value: Value,
  maximum: number,
) =>
  z
    .record(z.string(), z.unknown())
    .meta({
      additionalProperties: z.toJSONSchema(value, { io: 'input' }),
      maxProperties: maximum,
    })
    .transform((sent): Record<string, z.output<Value>> => {
      const usable = Object.entries(sent).flatMap(([name, one]) => {
        const read = value.safeParse(one);
        return key.safeParse(name).success && read.success ? [[name, read.data] as const] : [];
      });
      return Object.fromEntries(usable.slice(0, maximum));
    });
