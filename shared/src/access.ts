import { z } from 'zod';
import { faulty } from './field-faults.ts';
import { LIMITS } from './limits.ts';
import { KEY_ABILITIES, type Ability } from './roles.ts';
import { currency, line, lineOf } from './values.ts';

/** An origin a browser sends: scheme and host, with a port when it is not the scheme's own. */
const origin = z.string().refine(
  (value) => {
    if (!URL.canParse(value)) return false;
    const url = new URL(value);
    return /^https?:$/.test(url.protocol) && url.origin === value;
  },
  faulty('notASite', 'must be an origin such as "https://shop.example"'),
);

/** What a new shop needs. */
export const shopInput = z.strictObject({
  name: line,
  currency: currency.default('USD'),
  origins: z.array(origin).max(LIMITS.originsMax).default([]),
  sandbox: z.boolean().default(false),
});

/** A new shop's keys. The two secrets are shown this once. */
export interface ShopKeys {
  readonly shopId: string;
  readonly publicKey: string;
  readonly secretKey: string;
  readonly identitySecret: string;
}

/** How far a sandbox shop's clock may be moved at once: ten years. */
const CLOCK_ADVANCE_MS_MAX = 3650 * 86_400_000;

/** Moves a sandbox shop's clock forward; it never goes back. */
export const clockAdvance = z.strictObject({ byMs: z.int().min(1).max(CLOCK_ADVANCE_MS_MAX) });

export const role = z.enum(['owner', 'manager', 'moderator', 'readOnly']);

/** A page of the shop that is to be looked at. */
export const checkInput = z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2000) });

/** A shopper token that is to be looked at, or the address that answers with one. */
export const tokenCheckInput = z.union([
  // Pasted with what stands around it.
  z.strictObject({
    token: z
      .string()
      .min(1)
      .max(2 * LIMITS.tokenLengthMax),
  }),
  z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2000) }),
]);

/**
 * What is found on a page. `ok` null where it cannot be known: the server sees the page as
 * it is sent, and nothing of what scripts of others do with it.
 */
export interface PageCheck {
  readonly checks: readonly {
    readonly name: 'reached' | 'snippet' | 'key' | 'origin' | 'policy';
    readonly ok: boolean | null;
    /** What stands in the way, such as the directives of the policy that are missing. */
    readonly detail: string | null;
  }[];
}

/** Where browsers have run the widget. */
export interface Sightings {
  readonly items: readonly {
    readonly origin: string;
    /** To the hour. */
    readonly at: string;
    readonly isAllowed: boolean;
  }[];
}

/** A new key: its label is for people; `abilities` narrows what a secret key is good for. */
export const keyInput = z
  .strictObject({
    kind: z.enum(['secret', 'identity']),
    label: lineOf(100),
    abilities: z.array(z.enum(KEY_ABILITIES)).min(1).optional(),
  })
  .refine(
    (key) => key.kind === 'secret' || key.abilities === undefined,
    'only a secret key has abilities',
  );
export type KeyInput = z.output<typeof keyInput>;

/** A key as it is shown: never its text. */
export interface ApiKey {
  readonly id: string;
  readonly kind: 'secret' | 'identity';
  readonly label: string;
  readonly abilities: readonly Ability[];
  readonly createdAt: string;
  /** To the hour. */
  readonly lastUsedAt: string | null;
}

/** A key as it is shown once. */
export interface NewApiKey extends ApiKey {
  readonly text: string;
}

/** What of a shop can be changed where it is. */
export const shopChange = z.strictObject({
  name: line.optional(),
  origins: z.array(origin).max(LIMITS.originsMax).optional(),
});

/** A shop as whoever works for it sees it. */
export interface ShopView {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly publicKey: string;
  readonly origins: readonly string[];
  readonly sandbox: boolean;
  /** Since when it is closed; null while it is open. */
  readonly closedAt: string | null;
  readonly createdAt: string;
}

/** Closing takes the shop's name, so that it cannot be done by a slip. */
export const closeInput = z.strictObject({ name: line });
