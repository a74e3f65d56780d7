import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { locale, localizedText, text } from './values.ts';

const colour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as "#2f6b4f"')
  .transform((value) => value.toLowerCase());

/** What the widget looks like. Values have a grammar and are never CSS. */
export const theme = z.strictObject({
  /** The neutral colours everything stands on. */
  preset: z.enum(['paper', 'mist', 'plain']).default('paper'),
  /** The brand's colour; text on it and text in it are computed so that they can be read. */
  accent: colour.nullable().default(null),
  /** Another for dark pages; computed from `accent` when null. */
  accentDark: colour.nullable().default(null),
  mode: z.enum(['auto', 'light', 'dark']).default('auto'),
  radiusPx: z.int().min(0).max(28).default(14),
  /** `page` takes the font of the shop's page. */
  font: z.enum(['system', 'page', 'serif', 'rounded']).default('system'),
  density: z.enum(['comfortable', 'compact']).default('comfortable'),
  launcher: z
    .strictObject({
      shown: z.boolean().default(true),
      position: z.enum(['end', 'start']).default('end'),
      offsetPx: z.int().min(0).max(200).default(20),
      /** In place of the balance or the word for rewards. */
      label: localizedText.nullable().default(null),
    })
    .prefault({}),
});
export type Theme = z.infer<typeof theme>;

/** Theme and texts of a shop: the body of `PUT /v1/appearance`. */
export const appearanceInput = z.strictObject({
  theme: theme.prefault({}),
  /** Texts in place of the widget's own, by language and by the name of the message. */
  texts: z
    .record(
      locale,
      z.record(z.string().regex(/^[a-zA-Z]{1,60}$/, 'must be the name of a message'), text),
    )
    .refine(
      (languages) =>
        Object.values(languages).every((texts) => Object.keys(texts).length <= LIMITS.textsMax),
      `must have at most ${LIMITS.textsMax} texts in a language`,
    )
    .default({}),
});
export type Appearance = z.infer<typeof appearanceInput>;
