import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { currency, text } from './values.ts';

/** An origin a browser sends: scheme and host, with a port when it is not the scheme's own. */
export const origin = z.string().refine((value) => {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return /^https?:$/.test(url.protocol) && url.origin === value;
}, 'must be an origin such as "https://shop.example"');

/** What a new shop needs. */
export const shopInput = z.strictObject({
  name: text,
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
