import type { Me, PublicProgram } from '@okaeri/shared/storefront';

/** What was on the screen when the shopper last looked. */
export interface LastKnown {
  readonly program: PublicProgram;
  readonly me: Me | null;
}

/** Older than a day is no longer worth showing, even for a moment. */
const LIFE_MS = 86_400_000;

const nameOf = (shop: string): string => `okaeri:last:${shop}`;

/** Paints at once what was last known of this very shopper, while the server is asked. */
export const recall = (shop: string, subject: string | null): LastKnown | null => {
  try {
    const kept = JSON.parse(localStorage.getItem(nameOf(shop)) ?? 'null') as
      | (LastKnown & { subject: string | null; at: number })
      | null;
    const fits = kept !== null && kept.subject === subject && Date.now() - kept.at < LIFE_MS;
    // What an older release has kept may lack what this one draws with.
    return fits && 'appearance' in kept.program ? kept : null;
  } catch {
    // Storage is blocked, or holds something that is not ours.
    return null;
  }
};

export const remember = (shop: string, subject: string | null, known: LastKnown): void => {
  try {
    localStorage.setItem(nameOf(shop), JSON.stringify({ ...known, subject, at: Date.now() }));
  } catch {
    // A full or blocked storage costs a moment's wait, nothing more.
  }
};
