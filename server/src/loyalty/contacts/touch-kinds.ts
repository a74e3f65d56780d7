import type { ConsentPurpose } from '@okaeri/shared/consents';
import type { ContactKind } from '@okaeri/shared/contacts';

/**
 * What may be asked of somebody's patience. A service touch is waited for, or tells what one must know of one's own
 * points: it takes no room. The others share one budget, and marketing needs a consent besides.
 */
export type TouchClass = 'service' | 'relationship' | 'marketing';

/**
 * A kind of touch: something sent or shown to shoppers who did not come for it. The area that speaks says in its
 * manifest what the decision must know of it; how it leaves by e-mail is said with `touchMail`.
 */
export interface TouchKind {
  /** What shoppers refuse or allow, however many kinds of touch are about it. */
  readonly purpose: ConsentPurpose;
  /** How long the same may stand in a page before it is a new contact. */
  readonly standsForMs: number;
}

export type TouchKinds = Readonly<Record<ContactKind, TouchKind>>;
