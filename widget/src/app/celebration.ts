import { getItem, setItem } from '@okaeri/client/device';
import { toJson } from '@okaeri/client/to-json';
import type { Me } from '@okaeri/shared/storefront';
import { sheetOf } from '../styles/sheet.ts';
import css from './celebration.css?inline';
import type { AppModel } from './model.ts';

/** How long a celebration stays. */
const CELEBRATED_MS = 5000;

/** What a shopper had when they last looked. */
export interface Snapshot {
  readonly id: string;
  readonly available: number;
  readonly held: number;
  readonly tierId: string | null;
  readonly badgeIds: readonly string[];
}

/** A moment worth a smile. */
export type Celebration =
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'tier'; readonly tierId: string }
  | { readonly kind: 'badge'; readonly badgeId: string };

const snapshotOf = ({ shopper, balance, tier, badges }: Me): Snapshot => ({
  id: shopper.id,
  available: balance.available,
  held: balance.held,
  tierId: tier?.id ?? null,
  badgeIds: badges.map(({ id }) => id),
});

/**
 * What has happened to a shopper between two looks: a badge before a tier before
 * points. Points that come back from a code were theirs before and are no news.
 */
export const celebrationOf = (
  before: Snapshot,
  after: Snapshot,
  tierIds: readonly string[],
): Celebration | null => {
  if (before.id !== after.id) return null;
  const badgeId = after.badgeIds.find((id) => !before.badgeIds.includes(id));
  if (badgeId !== undefined) return { kind: 'badge', badgeId };
  const [was, is] = [before.tierId, after.tierId].map((id) => tierIds.indexOf(id ?? ''));
  if (after.tierId !== null && is !== undefined && was !== undefined && was >= 0 && is > was)
    return { kind: 'tier', tierId: after.tierId };
  const back = Math.max(0, before.held - after.held);
  const points = after.available - before.available - back;
  return points > 0 ? { kind: 'points', points } : null;
};

const celebrationText = (model: AppModel, celebration: Celebration): string => {
  const { say, points } = model.words;
  switch (celebration.kind) {
    case 'tier':
      return say('celebrateTier', { tier: model.tierName(celebration.tierId) });
    case 'badge':
      return say('celebrateBadge', { badge: model.badgeName(celebration.badgeId) });
    default:
      return say('celebratePoints', { points: points(celebration.points) });
  }
};

/** The last snapshot, kept from one visit to the next where the page lets us. */
const createMemory = (shop: string) => {
  const name = `met:${shop}`;
  let last: Snapshot | null = null;
  try {
    last = JSON.parse(getItem(name) ?? 'null');
  } catch {
    // Not ours: then nothing is known of before, and nothing is celebrated.
  }
  return {
    get: () => last,
    set(next: Snapshot): void {
      last = next;
      setItem(name, toJson(next));
    },
  };
};

const createWatch = (model: AppModel): { look: () => void; stop: () => void } => {
  const memory = createMemory(model.snippet.shop);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (text: string): void => {
    model.announcement.value = text;
    clearTimeout(timer);
    timer = setTimeout(() => {
      model.announcement.value = '';
    }, CELEBRATED_MS);
  };
  const look = (): void => {
    const { me, program } = model.state.value;
    if (me === null || program === null || !model.isOpen()) return;
    const [before, after] = [memory.get(), snapshotOf(me)];
    memory.set(after);
    const tierIds = program.tiers.map(({ id }) => id);
    const found = before && celebrationOf(before, after, tierIds);
    if (found) show(celebrationText(model, found));
  };
  const unsubscribe = model.session.subscribe(look);
  return {
    look,
    stop: () => {
      clearTimeout(timer);
      unsubscribe();
    },
  };
};

const watches = new WeakMap<AppModel, ReturnType<typeof createWatch>>();

/**
 * Looks at what has happened since the shopper last looked, now and as long as the panel is open.
 *
 * @param root where the panel is drawn, which is given the look of a celebration
 */
export const watchForCelebrations = (model: AppModel, root: ShadowRoot): void => {
  const known = watches.get(model);
  if (known !== undefined) {
    known.look();
    return;
  }
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheetOf(css)];
  const watch = createWatch(model);
  watches.set(model, watch);
  model.onStop(watch.stop);
  watch.look();
};
