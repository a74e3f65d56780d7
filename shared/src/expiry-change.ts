import { z } from 'zod';

/** The body of `POST /v1/program/expiry`: whether points that shoppers hold shall follow today's policy. */
export const expiryChangeInput = z.strictObject({
  /** The published version whose policy is meant; another one is refused, so that nobody confirms what they did not read. */
  version: z.int().min(1),
  /** True answers what would happen and changes nothing. */
  dryRun: z.boolean().default(true),
});
export type ExpiryChangeInput = z.infer<typeof expiryChangeInput>;

/** What following today's policy means, or meant, for points in hand. */
export interface ExpiryChange {
  readonly dryRun: boolean;
  /** Shoppers whose points get another end. */
  readonly shoppers: number;
  /** Points that last longer: at once. */
  readonly lengthenedPoints: number;
  /** Points that end sooner: never before `notBefore`. */
  readonly shortenedPoints: number;
  /** The end of the notice period; no point ends before it because of this change. */
  readonly notBefore: string;
}
