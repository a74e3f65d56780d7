import type { FieldFault } from './field-faults.ts';

/** The closed list of problems: each code with its HTTP status and title. */
export const PROBLEMS = {
  malformedJson: { status: 400, title: 'The body is not JSON' },
  invalidRequest: { status: 400, title: 'The request is not valid' },
  pointsOutOfRange: { status: 400, title: 'The points are beyond what can be counted' },
  idempotencyKeyMissing: { status: 400, title: 'An Idempotency-Key is required' },
  missingCredentials: { status: 401, title: 'No credentials were given' },
  invalidKey: { status: 401, title: 'The API key is not valid' },
  invalidToken: { status: 401, title: 'The shopper token is not valid' },
  expiredToken: { status: 401, title: 'The shopper token has expired' },
  signedOut: { status: 401, title: 'Nobody is signed in' },
  viewOnly: { status: 403, title: 'This view changes nothing' },
  notAllowed: { status: 403, title: 'This is not yours to do' },
  originNotAllowed: { status: 403, title: 'This origin may not use the shop' },
  shopperBlocked: { status: 403, title: 'This shopper is blocked' },
  notEnrolled: { status: 403, title: 'The shopper has not joined the programme' },
  invitationOver: { status: 404, title: 'The invitation is over' },
  invitedAsAnother: { status: 403, title: 'The invitation is for somebody else' },
  emailTaken: { status: 409, title: 'There is an account with this address' },
  alreadyMember: { status: 409, title: 'This person is in the team' },
  teamFull: { status: 409, title: 'The team is full' },
  lastOwner: { status: 409, title: 'A shop keeps one owner' },
  unknownMember: { status: 404, title: 'No such person' },
  unknownInvitation: { status: 404, title: 'No such invitation' },
  unknownKey: { status: 404, title: 'No such key' },
  tooManyKeys: { status: 409, title: 'There are too many keys' },
  notFound: { status: 404, title: 'There is nothing here' },
  shopClosed: { status: 403, title: 'The shop is closed' },
  badSignature: { status: 401, title: 'The signature is not valid' },
  encodingNotSupported: { status: 415, title: 'The body may not be compressed' },
  addressNotAllowed: { status: 422, title: 'The server may not call this address' },
  notConnected: { status: 409, title: 'No platform is connected' },
  unknownMessage: { status: 404, title: 'No such message' },
  unknownEndpoint: { status: 404, title: 'No such endpoint' },
  tooManyDefinitions: { status: 409, title: 'There are too many of these' },
  tooManyEndpoints: { status: 409, title: 'There are too many endpoints' },
  unknownRequest: { status: 404, title: 'No such request' },
  unknownShop: { status: 404, title: 'No shop has this key' },
  unknownOrder: { status: 404, title: 'No such order' },
  unknownProduct: { status: 404, title: 'No such product' },
  unknownShopper: { status: 404, title: 'No such shopper' },
  unknownReward: { status: 404, title: 'No such reward' },
  unknownRedemption: { status: 404, title: 'No such redemption' },
  adjustmentTooLarge: { status: 409, title: 'There are fewer points than are to be taken' },
  cannotMerge: { status: 409, title: 'These shoppers cannot be merged' },
  unknownAdjustment: { status: 404, title: 'No such adjustment' },
  alreadyUndone: { status: 409, title: 'This was undone before' },
  unknownTier: { status: 404, title: 'No such tier' },
  tierNotHigher: { status: 409, title: 'The shopper has this tier, or a higher one' },
  unknownBatch: { status: 404, title: 'No such batch' },
  unknownCard: { status: 404, title: 'The card is not known' },
  unknownReferral: { status: 404, title: 'No such referral' },
  noReferrals: { status: 409, title: 'The programme has no referrals' },
  unknownReview: { status: 404, title: 'No such review' },
  unknownCase: { status: 404, title: 'No such case' },
  caseState: { status: 409, title: 'The case does not go there from where it is' },
  offerInServiceMail: { status: 422, title: 'A service message must not advertise' },
  incentiveForbidden: { status: 422, title: 'Nothing may be offered for this' },
  noProductUrl: { status: 409, title: 'The feed needs to know where products are' },
  unknownWave: { status: 404, title: 'No such wave' },
  unknownTheme: { status: 404, title: 'No such theme' },
  unknownQuotation: { status: 404, title: 'No such quotation' },
  quotationNotPossible: { status: 409, title: 'This cannot be quoted' },
  unknownResponse: { status: 404, title: 'No such response' },
  consentNotPossible: { status: 409, title: 'Nobody can have agreed to this' },
  addressesChildren: { status: 409, title: 'A shop for children does not advertise' },
  imprintMissing: { status: 409, title: 'The shop has not said who writes' },
  wordingInUse: { status: 409, title: 'Shoppers have agreed to this wording' },
  unknownSurvey: { status: 404, title: 'No such survey' },
  surveyClosed: { status: 409, title: 'The survey is closed' },
  idUsed: { status: 409, title: 'This id belonged to something that was deleted' },
  unknownWording: { status: 404, title: 'No such wording' },
  unknownTouch: { status: 404, title: 'No such touch' },
  unknownPicture: { status: 404, title: 'No such picture' },
  pictureInUse: { status: 409, title: 'The programme shows this picture' },
  tooManyPictures: { status: 409, title: 'There are too many pictures' },
  unknownPhoto: { status: 404, title: 'No such photo' },
  notABuyer: { status: 403, title: 'Only buyers of the product may review it' },
  ownReview: { status: 409, title: 'One cannot vote for one’s own review' },
  unknownPost: { status: 404, title: 'No such question or answer' },
  importNotReadable: { status: 422, title: 'The file cannot be read' },
  unknownImport: { status: 404, title: 'No such import' },
  confirmationNeeded: { status: 403, title: 'It must first be seen that the address is yours' },
  notConfirmable: { status: 409, title: 'There is nothing to confirm this with' },
  wrongCode: { status: 422, title: 'This is not the code' },
  notAppealable: { status: 409, title: 'There is nothing to appeal against' },
  photoNotUsable: { status: 422, title: 'The photo cannot be used' },
  unknownActivity: { status: 404, title: 'No such act' },
  claimNotValid: { status: 409, title: 'The claim is not valid' },
  birthdayLocked: { status: 409, title: 'The birthday cannot be changed yet' },
  unknownVoucher: { status: 404, title: 'No such voucher' },
  unknownVersion: { status: 404, title: 'No such version of the programme' },
  timePassed: { status: 422, title: 'The time is past' },
  noDraft: { status: 404, title: 'The programme has no draft' },
  noProgram: { status: 409, title: 'The shop has not published a programme' },
  insufficientPoints: { status: 409, title: 'Not enough points' },
  rewardNotAvailable: { status: 409, title: 'The reward is not available' },
  platformCannotHold: { status: 422, title: 'The platform cannot hold the reward' },
  rewardLimitReached: { status: 409, title: 'The reward was taken as often as it may be' },
  rewardOutOfStock: { status: 409, title: 'The reward is out of stock' },
  rewardNotForShopper: { status: 403, title: 'The reward is for other members' },
  cartRequirementsNotMet: { status: 409, title: 'The cart does not meet the requirements' },
  notWaiting: { status: 409, title: 'The redemption is not waiting for this' },
  notExtendable: { status: 409, title: 'The code cannot be given another end' },
  notReleasable: { status: 409, title: 'The points can no longer be given back' },
  voucherNotUsable: { status: 409, title: 'The voucher cannot be used' },
  mailNotSetUp: { status: 409, title: 'No mail server is set up' },
  mailNotSent: { status: 502, title: 'The mail server did not take the message' },
  personNeeded: { status: 409, title: 'Only somebody who is signed in can do this' },
  requestInFlight: { status: 409, title: 'The same request is being answered' },
  preconditionFailed: { status: 412, title: 'The document has changed meanwhile' },
  bodyTooLarge: { status: 413, title: 'The body is too large' },
  currencyChanged: { status: 422, title: "An order's currency cannot change" },
  idempotencyKeyReused: { status: 422, title: 'The key was used for another request' },
  preconditionRequired: { status: 428, title: 'If-Match is required' },
  tooManyRequests: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  busy: { status: 503, title: 'The server is busy' },
  storeUnavailable: { status: 503, title: 'The database cannot be reached or written' },
  tookTooLong: { status: 503, title: 'The work took too long and was ended' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** One fault in a request: where, as `lines[0].priceMinor`, and what. */
export interface FieldError {
  readonly path: string;
  /** For developers, in English. */
  readonly message: string;
  /** Stable; what is shown to people is said from it and its values, in their language. */
  readonly code: FieldFault;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** What a rule answers instead of doing the act: a code and what the caller should know. */
export interface Refusal {
  readonly code: ProblemCode;
  readonly detail: string;
  /** Further members of the problem document, such as `missing`. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** `application/problem+json` (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  /** Of what somebody else has changed meanwhile: who, as far as the log knows. Told to people who are signed in. */
  readonly changedBy?: ChangedBy | null;
}

/** Who changed something, and when. */
export interface ChangedBy {
  readonly at: string;
  /** The name of the person, or of the key. */
  readonly name: string;
  readonly byKey: boolean;
}
