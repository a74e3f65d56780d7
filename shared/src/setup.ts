/** What brings a shop from nothing to a widget that works, in the order in which it is done. */
export const SETUP_STEPS = [
  'shop',
  'program',
  'colour',
  'orders',
  'token',
  'widget',
  'mail',
  'members',
] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

/** The answer of `GET /v1/overview`: what the console says on every page. */
export interface Overview {
  /** What time it is in the shop, by its own clock. */
  readonly now: string;
  /** What waits for a person; up to a hundred of each are counted. */
  readonly waiting: {
    readonly reviews: number;
    readonly questions: number;
    /** Questions that are shown, wait for no decision and have no answer. */
    readonly unanswered: number;
    readonly referrals: number;
    readonly cases: number;
  };
  /** Whether a draft of the programme was saved that differs from what is published. */
  readonly hasDraft: boolean;
  /** The steps of the set-up that are done. */
  readonly done: readonly SetupStep[];
}

/** Why a token is none, or what it is; of an address besides, what it answers. */
export type TokenFinding =
  | 'good'
  | 'viewOnly'
  | 'malformed'
  | 'algorithm'
  | 'audience'
  | 'missing'
  | 'milliseconds'
  | 'expired'
  | 'future'
  | 'tooLong'
  | 'signature'
  | 'notReached'
  | 'notJson'
  | 'noToken'
  | 'guest'
  | 'public';

/** What is found of a token or of the address that gives it. */
export interface TokenCheck {
  readonly finding: TokenFinding;
  /** What was found in the place of what is needed, or the claim that is missing. */
  readonly detail: string | null;
  /** When it ended or will. */
  readonly expiresAt: string | null;
  /** Whom it speaks of. */
  readonly shopper: {
    readonly id: string;
    readonly name: string | null;
    readonly email: string | null;
    readonly emailVerified: boolean;
  } | null;
  /** Claims that were sent and cannot be used, by name. */
  readonly ignored: readonly string[];
  /** Whether caches may keep what the address answers: the next visitor would be given it. */
  readonly isCacheable: boolean;
}
