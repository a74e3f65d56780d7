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

/**
 * What the caller knows besides. `tie`: of two states of one instant this is the newer. `now`: it was asked for and
 * this is how it is, so that it is also there.
 */
export type Settled = 'tie' | 'now';

/** What is told of a product: a state of it, or that it was taken out. */
export type ProductNews =
  | {
      readonly kind: 'state';
      readonly mark: StateMark;
      readonly settled?: Settled;
    }
  | { readonly kind: 'deleted'; readonly at: number };

/** What is known once something more was told, and how that stood to what was known. */
export interface AfterNews {
  readonly known: KnownProduct;
  readonly standing: 'newer' | 'same' | 'stale';
  /** Another state of the same instant is known, or a later end: who can ask how it is now should. */
  readonly isDoubtful: boolean;
}

/**
 * What is known of a product once something more was told, in whatever order it comes: the newest state, and the
 * latest end.
 */
export const afterNews = (known: KnownProduct, news: ProductNews): AfterNews => {
  if (news.kind === 'state') return afterState(known, news);
  const isDoubtful = false;
  if (news.at > (known.deletedAt ?? -1))
    return { known: { ...known, deletedAt: news.at }, standing: 'newer', isDoubtful };
  return { known, standing: news.at === known.deletedAt ? 'same' : 'stale', isDoubtful };
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

function afterState(
  known: KnownProduct,
  { mark, settled }: Extract<ProductNews, { kind: 'state' }>,
): AfterNews {
  const before = known.state === null ? undefined : { ...known, body: known.state };
  const compared = compareStates(before, mark);
  const isOld = mark.updatedAt < known.updatedAt;
  const isTie = before?.updatedAt === mark.updatedAt && compared !== 'same';
  const isOut = !isOld && known.deletedAt !== null && known.deletedAt >= mark.updatedAt;
  const isNewer =
    compared === 'newer' || (isTie && settled !== undefined) || (isOut && settled === 'now');
  const isDoubtful = isTie || isOut;
  if (!isNewer) return { known, standing: compared, isDoubtful };
  const deletedAt = settled === 'now' && isOut ? null : known.deletedAt;
  const after = { updatedAt: mark.updatedAt, state: mark.body, deletedAt };
  return { known: after, standing: 'newer', isDoubtful };
}
