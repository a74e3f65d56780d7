import type { ConsentPurpose } from '@okaeri/shared/consents';
import type { ContactKind, ContactSettings, TouchClass } from '@okaeri/shared/contacts';
import type { Tx } from '../../platform/store/store.ts';
import type { Definition } from './decide-touch-rules.ts';
import type { TouchOf } from './touch-types.ts';

/**
 * A kind of touch: something sent or shown to shoppers who did not come for it. The area that speaks says in its
 * manifest what the decision must know of it; how it leaves by e-mail is said with `touchMail`, and what is to be
 * shown in a page with `pageTouches`.
 */
export interface TouchKind {
  readonly touchClass: TouchClass;
  /** From 0 to 100: who gets the room that two want. The shop's settings may say another. */
  readonly priority: number;
  /** What shoppers refuse or allow, however many kinds of touch are about it; null for what needs no consent. */
  readonly purpose: ConsentPurpose | null;
  /** The shopper waits for it: by e-mail it goes at any hour. */
  readonly isAwaited: boolean;
  /** It is about the shopper's own points: who is blocked is told of them all the same. */
  readonly isAboutOwnPoints: boolean;
  /** It was chosen by what somebody bought. */
  readonly isProfiled: boolean;
  /** The shopper has just asked for it: a bounce or a complaint of before does not stop it, the shop's own word does (E29). */
  readonly isAskedFor?: true;
  /** How long after its time it may be made, where the touch says no end of its own. */
  readonly validForMs: number;
  /** How long the same may stand in a page before it is a new contact. */
  readonly standsForMs: number;
  /** By e-mail those of one shop leave over half an hour after quiet hours, and not all at once (E20). */
  readonly isSpread?: true;
  /** How things stand with what a planned touch is about: what would not come reserves no room (E19). */
  readonly standing?: (tx: Tx, planned: TouchOf) => Promise<Definition>;
  /** What else is to be written down when a shopper wants to see no more of one. */
  readonly onDismissed?: (tx: Tx, dismissed: TouchOf) => Promise<unknown>;
}

export type TouchKinds = Readonly<Record<ContactKind, TouchKind>>;

/** Who gets room, as the shop has it, or as the touch was planned. */
export const priorityOf = (
  { priorities }: Pick<ContactSettings, 'priorities'>,
  { kind, priority }: { readonly kind: ContactKind; readonly priority: number },
): number => priorities[kind] ?? priority;
