/** What the shop's page hears of: `okaeri.on('open', …)`. */
export interface OkaeriEvents {
  ready: undefined;
  open: undefined;
  close: undefined;
  redeem: { rewardId: string; code: string };
  /**
   * The shopper wants a code in their cart; the button is there when somebody listens. The panel waits for a
   * promise that a listener gives; where one throws, rejects or gives false, the shopper is told and keeps the code.
   */
  apply: { rewardId: string; code: string };
  /** A code was given back for its points: it pays for nothing any more. */
  release: { rewardId: string; code: string };
  balance: { available: number; pending: number };
  /** The shopper has left the programme for good. */
  leave: undefined;
}

/** `window.okaeri` once the script is there. Before that it is an array to push calls into. */
export interface OkaeriApi {
  open(page?: string): void;
  close(): void;
  /** Signs a shopper in with a token from the shop, or out with null. */
  identify(token: string | null): void;
  on<Name extends keyof OkaeriEvents>(
    name: Name,
    listener: (detail: OkaeriEvents[Name]) => void,
  ): void;
  /** Asks the server anew, after an order for one. */
  refresh(): void;
  /** Removes everything the widget added to the page. */
  destroy(): void;
}

/** A call that waits: the method's name and what it is given. */
export type QueuedCall = [name: keyof OkaeriApi, ...parameters: unknown[]];

/** What the snippet says, as the first chunk is given it. */
export interface Snippet {
  readonly baseUrl: string;
  readonly shop: string;
  readonly token: string | null;
  readonly tokenUrl: string | null;
  readonly lang: string | null;
  /** Where guests sign in to the shop. */
  readonly signInUrl: string | null;
  /** What shoppers recommend: the shop's first page, when not said. */
  readonly shareUrl: string | null;
}

/** What the first chunk exports. */
export interface FirstChunk {
  start(snippet: Snippet): OkaeriApi;
}
