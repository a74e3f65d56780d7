import type { Me, PublicProgram } from '@okaeri/shared/storefront';
import { keep, kept } from './device.ts';

/** What was on the screen when the shopper last looked. */
export interface LastKnown {
  readonly program: PublicProgram;
  readonly me: Me | null;
}

/** Older than a day is no longer worth showing, even for a moment. */
const LIFE_MS = 86_400_000;

const nameOf = (shop: string): string => `last:${shop}`;

/** Paints at once what was last known of this very shopper, while the server is asked. */
export const recall = (shop: string, subject: string | null): LastKnown | null => {
  try {
    const last = JSON.parse(kept(nameOf(shop)) ?? 'null') as
      | (LastKnown & { subject: string | null; at: number })
      | null;
    const fits = last !== null && last.subject === subject && Date.now() - last.at < LIFE_MS;
    // What an older release has kept may lack what this one draws with.
    return fits && 'appearance' in last.program ? last : null;
  } catch {
    // What is there is not ours.
    return null;
  }
};

export const remember = (shop: string, subject: string | null, known: LastKnown): void => {
  keep(nameOf(shop), JSON.stringify({ ...known, subject, at: Date.now() }));
};
