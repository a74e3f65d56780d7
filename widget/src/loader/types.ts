import type { OkaeriApi } from '@okaeri/client/widget-api';

/** A call that waits: the method's name and what it is given. */
export type QueuedCall = [name: keyof OkaeriApi, ...parameters: unknown[]];

/** The API as the first chunk gives it: that `on` answers with its end is the loader's. */
export type LoadedApi = Omit<OkaeriApi, 'on'> & {
  on(...parameters: Parameters<OkaeriApi['off']>): void;
};

/** What the loader has put into the page. */
interface PutThere {
  /** The page's sheet with the places of blocks, as they were drawn last; pages of the widget's own have none. */
  readonly places?: CSSStyleSheet;
}

/** What the snippet says, as the first chunk is given it. */
export interface Snippet extends PutThere {
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
  start(snippet: Snippet): LoadedApi;
}
