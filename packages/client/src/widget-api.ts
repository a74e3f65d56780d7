import type { CaseState } from '@okaeri/shared/cases';
import type { ReviewState } from '@okaeri/shared/reviews';
import type { ResponseState } from '@okaeri/shared/surveys';

/** What the shop's page hears of, each with what it is told: `okaeri.on('open', …)`. */
export interface OkaeriEvents {
  /** What is known of the programme and the shopper has been asked for; once. */
  ready: undefined;
  /** The panel was opened. */
  open: undefined;
  /** The panel was closed. */
  close: undefined;
  /** A guest wants to sign in. */
  signin: SignIn;
  /** A reward was taken. The code is empty where the shop prepares it. */
  redeem: { rewardId: string; code: string };
  /**
   * The shopper wants a code in their cart: rewards go there in one tap when somebody listens. The panel waits for a
   * promise that a listener gives; where one throws, rejects or gives false, the shopper is told and keeps the code.
   */
  apply: { rewardId: string; code: string };
  /** A code was given back for its points: it pays for nothing any more. */
  release: { rewardId: string; code: string };
  /** What the shopper has, each time it is known anew; it may be the same as before. */
  balance: { available: number; pending: number };
  /** Points have become the shopper's to spend, and how many there are now. Points that come back are no news. */
  earn: { points: number; available: number };
  /** A higher tier was reached; from none where it is the first. */
  tier: { tierId: string; previousTierId: string | null };
  /** A badge was won. */
  badge: { badgeId: string };
  /** A review was sent, or sent anew after a change; it is read by others once it is `published`. */
  review: { productId: string; rating: number; state: ReviewState };
  /** The shopper asked for help, wrote in a case, or said whether it was put right. */
  case: { caseId: string; state: CaseState };
  /** A survey was answered, or its answer withdrawn. What was said is between the shopper and the shop. */
  survey: { surveyId: string; wave: string; state: ResponseState };
  /** The shopper has left the programme for good. */
  leave: undefined;
}

/** A guest wants to sign in. The button is there with `data-sign-in-url`, or when somebody listens. */
export interface SignIn {
  /** What `data-sign-in-url` says; null where it says nothing. */
  readonly url: string | null;
  /** Keeps the browser from going to that address: the page shows a form of its own. The panel closes. */
  preventDefault(): void;
}

/** What listens to an event. */
export type OkaeriListener<Name extends keyof OkaeriEvents> = (
  detail: OkaeriEvents[Name],
) => unknown;

/** `window.okaeri` once the script is there. Before that it is an array to push calls into. */
export interface OkaeriApi {
  /** Opens the panel, at one of its pages: `home`, `rewards`, `earn`, `history`, … */
  open(page?: string): void;
  close(): void;
  /** Signs a shopper in with a token from the shop, or out with null. */
  identify(token: string | null): void;
  /** Listens to an event. The answer stops it; the same function listens once, however often it is given. */
  on<Name extends keyof OkaeriEvents>(name: Name, listener: OkaeriListener<Name>): () => void;
  /** Stops a function from listening. */
  off<Name extends keyof OkaeriEvents>(name: Name, listener: OkaeriListener<Name>): void;
  /** Asks the server anew, after an order for one. */
  refresh(): void;
  /** Removes everything the widget added to the page. */
  destroy(): void;
}

type PlainCall = Exclude<keyof OkaeriApi, 'on' | 'off'>;

/** A call that waits for the script: the method's name and what it is given. */
export type OkaeriCall<Name extends keyof OkaeriEvents = keyof OkaeriEvents> =
  | [name: 'on' | 'off', event: Name, listener: OkaeriListener<Name>]
  | { [Call in PlainCall]: [name: Call, ...parameters: Parameters<OkaeriApi[Call]>] }[PlainCall];

/**
 * `window.okaeri` at any time: an array before the script is there, and then what has the methods.
 *
 * @example
 * (window.okaeri ||= []).push(['on', 'open', () => console.log('open')]);
 * window.okaeri?.open?.('rewards');
 */
export interface OkaeriGlobal extends Partial<OkaeriApi> {
  push<Name extends keyof OkaeriEvents>(...calls: OkaeriCall<Name>[]): unknown;
}
