import type { ConsentPurpose } from '@okaeri/shared/consents';
import type { ContactKind, TouchClass } from '@okaeri/shared/contacts';

/**
 * A kind of touch: something sent or shown to shoppers who did not come for it. The area that speaks says in its
 * manifest what the decision must know of it; how it leaves by e-mail is said with `touchMail`.
 */
export interface TouchKind {
  readonly touchClass: TouchClass;
  /** From 0 to 100: who gets the room that two want. */
  readonly priority: number;
  /** What shoppers refuse or allow, however many kinds of touch are about it. */
  readonly purpose: ConsentPurpose;
  /** How long the same may stand in a page before it is a new contact. */
  readonly standsForMs: number;
}

export type TouchKinds = Readonly<Record<ContactKind, TouchKind>>;
