import type { NamedProduct, ProductRequest, ProductState } from '@okaeri/shared/products';
import { compareStates, type StateMark } from '../../platform/lib/newest-state-rules.ts';

/** What is known of a product: its newest state, and when it was taken out last. */
export interface KnownProduct {
  readonly updatedAt: number;
  /** Null where only its end was told. */
  readonly state: unknown;
  readonly deletedAt: number | null;
}

/** What nobody has told of. */
export const UNKNOWN: KnownProduct = { updatedAt: 0, state: null, deletedAt: null };

/** What is told of a product: a state of it, or that it was taken out. */
export type ProductNews =
  | {
      readonly kind: 'state';
      readonly mark: StateMark;
      /** The caller has settled which of two states of one instant is the newer: this one. */
      readonly settled?: boolean;
    }
  | { readonly kind: 'deleted'; readonly at: number };

/** What is known once something more was told, and how that stood to what was known. */
export interface AfterNews {
  readonly known: KnownProduct;
  readonly standing: 'newer' | 'same' | 'stale';
}

/**
 * What is known of a product once something more was told, in whatever order it comes: the newest state, and the
 * latest end.
 */
export const afterNews = (known: KnownProduct, news: ProductNews): AfterNews => {
  if (news.kind === 'deleted')
    return news.at > (known.deletedAt ?? -1)
      ? { known: { ...known, deletedAt: news.at }, standing: 'newer' }
      : { known, standing: news.at === known.deletedAt ? 'same' : 'stale' };
  const { mark, settled = false } = news;
  const before = known.state === null ? undefined : { ...known, body: known.state };
  const compared = compareStates(before, mark);
  const isTie = compared === 'stale' && known.updatedAt === mark.updatedAt;
  const standing = isTie && settled ? 'newer' : compared;
  if (standing !== 'newer') return { known, standing };
  return { known: { ...known, updatedAt: mark.updatedAt, state: mark.body }, standing };
};

/** Whether there is such a product. Of a state and an end of one instant, the end counts. */
export const isThere = ({ updatedAt, state, deletedAt }: KnownProduct): boolean =>
  state !== null && (deletedAt === null || deletedAt < updatedAt);

const VARIANT_DEFAULTS = { available: true, prices: {} } as const;

const STATE_DEFAULTS = {
  prices: {},
  available: true,
  markets: [],
  tags: [],
  collectionIds: [],
  variants: [],
} as const;

/**
 * A stored state with its defaults filled in. It is not checked again: it was valid when it came. A test holds
 * this and the schema together.
 */
export const readProductState = (body: unknown): ProductState => {
  // What is stored has passed the schema; only its defaults are missing.
  const state = body as ProductRequest;
  const variants = (state.variants ?? []).map((variant) => ({ ...VARIANT_DEFAULTS, ...variant }));
  return { ...STATE_DEFAULTS, ...state, variants } as ProductState;
};

/**
 * What shoppers see of a product. One that was taken out is still called what it was, and is nowhere to be seen.
 */
export const nameOf = (known: KnownProduct): NamedProduct | undefined => {
  if (known.state === null) return undefined;
  const { title, url = null, imageUrl = null } = readProductState(known.state);
  return isThere(known) ? { title, url, imageUrl } : { title, url: null, imageUrl: null };
};
