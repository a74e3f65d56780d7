import { z } from 'zod';
import { email } from './emails.ts';
import { LIMITS } from './limits.ts';
import { id, instant, line, locale, localizedText } from './values.ts';

/** What shoppers allow or refuse, each on its own. */
export const consentPurpose = z.enum([
  'marketing',
  'reviews',
  'surveys',
  'care',
  'community',
  'profiling',
]);
export type ConsentPurpose = z.infer<typeof consentPurpose>;

/** Where they are spoken to. */
export const consentChannel = z.enum(['email', 'page']);
export type ConsentChannel = z.infer<typeof consentChannel>;

/** How somebody stands to one purpose on one channel; `none` and `expired` are no statements. */
export type ConsentState = 'none' | 'pending' | 'softOptIn' | 'given' | 'withdrawn' | 'expired';

/** What shows that a statement was made. */
export const consentEvidence = z.strictObject({
  /** The order with which it was given. */
  orderId: id.nullable().default(null),
  /** The page on which it was given. */
  url: z.url().max(LIMITS.urlLengthMax).nullable().default(null),
  /** With a soft opt-in: the shopper was told how to object, when the address was taken and in every message. */
  objectionShown: z.boolean().default(false),
  /** When the shop had it confirmed by a double opt-in of its own. */
  confirmedAt: instant.nullable().default(null),
});
type ConsentEvidence = z.infer<typeof consentEvidence>;

/** An owner's word that somebody had agreed before anybody wrote it down. */
interface Declaration {
  readonly name: string;
  readonly at: string;
  readonly sentence: string;
}

/** What was kept of what shows a statement. */
export interface KeptEvidence extends ConsentEvidence {
  readonly declaredBy?: Declaration;
}

/** `POST /v1/contacts/declaration`: that those who subscribed before had agreed to a wording; once, by an owner. */
export const declarationInput = z.strictObject({
  wordingId: id,
  /** How, when and where they agreed, in the owner's words. */
  sentence: z.string().trim().min(1).max(LIMITS.textLengthMax),
});
export type DeclarationInput = z.infer<typeof declarationInput>;

/** Whether an owner has said so. */
export interface DeclarationState {
  readonly declared:
    | (Declaration & {
        readonly wordingId: string;
        /** Whether it is written down with everybody it is about. */
        readonly isDone: boolean;
      })
    | null;
}

/** `POST /v1/shoppers/{shopperId}/consents`: what a shopper has said to the shop. */
export const consentInput = z.strictObject({
  purpose: consentPurpose,
  channel: consentChannel,
  state: z.enum(['given', 'softOptIn', 'withdrawn']),
  /** When it was said; now where left out, and never later. */
  at: instant.optional(),
  /** Where it was said: `checkout`, `account`, `till`. */
  source: line.default('shop'),
  /** The wording agreed to; without one, marketing is not allowed by it. */
  wordingId: id.nullable().default(null),
  locale: locale.nullable().default(null),
  endsAt: instant.nullable().default(null),
  evidence: consentEvidence.default(consentEvidence.parse({})),
});
export type ConsentInput = z.infer<typeof consentInput>;

/** `PUT /me/consents`: what a shopper says in the shop's page. */
export const ownConsentInput = z.strictObject({
  purpose: consentPurpose,
  channel: consentChannel,
  state: z.enum(['given', 'withdrawn']),
  wordingId: id.nullable().default(null),
  /** The language in which the words were read; the shopper's where left out. */
  locale: locale.optional(),
});
/** `GET /me/consents`. */
export const ownConsentsQuery = z.object({ locale: locale.optional() });
export type OwnConsentInput = z.infer<typeof ownConsentInput>;

/** A statement as the shop reads it. */
export interface Consent {
  readonly id: string;
  readonly purpose: ConsentPurpose;
  readonly channel: ConsentChannel;
  readonly state: Exclude<ConsentState, 'none' | 'expired'>;
  readonly at: string;
  readonly by: {
    readonly kind: 'person' | 'key' | 'shopper' | 'rule';
    readonly name: string | null;
  };
  readonly source: string;
  readonly wordingId: string | null;
  readonly locale: string | null;
  readonly endsAt: string | null;
  /** Null where nothing was kept: of one that was merged, or came from an older release. */
  readonly evidence: KeptEvidence | null;
}

/** How somebody stands to one purpose on one channel, and whether a message is allowed now. */
export interface StandingConsent {
  readonly purpose: ConsentPurpose;
  readonly channel: ConsentChannel;
  readonly state: ConsentState;
  readonly allowed: boolean;
}

/** What `POST /v1/shoppers/{shopperId}/consents` answers. */
export interface RecordedConsent extends StandingConsent {
  readonly id: string;
  readonly at: string;
  readonly endsAt: string | null;
}

/** `GET /v1/shoppers/{shopperId}/consents`: the newest first, and what stands of them. */
export interface ConsentPage {
  readonly items: readonly Consent[];
  readonly nextCursor: string | null;
  readonly standing: readonly StandingConsent[];
}

/** What a shopper sees of one purpose: how it stands, and the words they would agree to. */
export interface OwnConsent extends StandingConsent {
  readonly wording: { readonly id: string; readonly text: string } | null;
}

/** A sentence that shoppers agree to, in the shop's languages. Once used, it never changes. */
const wording = z.strictObject({
  id,
  purpose: consentPurpose,
  texts: localizedText,
});
export type Wording = z.infer<typeof wording>;

/** `PUT /v1/contacts/wordings`. The last of a purpose is the one that shoppers are shown. */
export const wordings = z.strictObject({
  wordings: z
    .array(wording)
    .max(LIMITS.wordingsMax)
    .refine((all) => new Set(all.map((one) => one.id)).size === all.length, {
      message: 'must each have an id of its own',
    })
    .default([]),
});
export type Wordings = z.infer<typeof wordings>;

/** `POST /v1/contacts/suppressions`: nothing is sent to an address any more. */
export const suppressionInput = z.strictObject({
  email,
  reason: z.literal('manual').default('manual'),
});
/** `POST /v1/contacts/suppressions/lift`. */
export const suppressionLift = z.strictObject({ email });
/** `POST /v1/contacts/suppressions/lookup`. */
export const suppressionLookup = z.strictObject({
  emails: z.array(email).max(LIMITS.suppressionsPerRequestMax),
});

/** An address nothing is sent to, and why. */
export interface Suppression {
  readonly email: string;
  readonly reason: 'hardBounce' | 'complaint' | 'manual';
  readonly at: string;
}
