import type { Me, PublicProgram } from '@okaeri/shared/storefront';
import { toJson } from './to-json.ts';
import { getItem, removeItems, setItem } from './device.ts';

/** What was on the screen when the shopper last looked. */
export interface LastKnown {
  readonly program: PublicProgram;
  readonly me: Me | null;
}

/** Older than a day is no longer worth showing, even for a moment. */
const LIFE_MS = 86_400_000;

/** What is still owed: a friend's recommendation, and the key of a redemption that was not answered. */
export const OWED = /:(friend|attempt):/;
/** What stays when somebody else is here: what is owed, and what belongs to the device. */
const NOT_PERSONAL = /:(language|friend|attempt):/;

/**
 * What was last known of this very shopper, to be painted while the server is asked. What was
 * kept of another one is taken away. Where nobody knows who is here, of the person who was here last.
 */
export const loadLastKnown = (
  shop: string,
  subject: string | null | undefined,
): LastKnown | null => {
  try {
    const last = JSON.parse(getItem(nameOf(shop)) ?? 'null') as
      | (LastKnown & { subject: string | null; at: number })
      | null;
    if (last === null) return null;
    if (subject !== undefined && last.subject !== subject) removeItems(shop, NOT_PERSONAL);
    // What an older release has kept may lack what this one draws with.
    else if (Date.now() - last.at < LIFE_MS && 'appearance' in last.program) return last;
    return null;
  } catch {
    // What is there is not ours.
    return null;
  }
};

/** Keeps what is known, where anything is. */
export const saveLastKnown = (
  shop: string,
  subject: string | null,
  { program, me }: { readonly program: PublicProgram | null; readonly me: Me | null },
): void => {
  if (program) setItem(nameOf(shop), toJson({ program, me, subject, at: Date.now() }));
};

function nameOf(shop: string): string {
  return `last:${shop}`;
}
