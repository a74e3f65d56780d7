import type { Appearance } from '@okaeri/shared/appearance';
import { toPublicAppearance } from '@okaeri/shared/public-appearance';
import { programDocument, type Program } from '@okaeri/shared/program';
import type { ListedVersion } from '@okaeri/shared/program-status';
import type { Page } from '@okaeri/shared/ledger';
import type { PublicProgram } from '@okaeri/shared/storefront';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { appearanceOf } from '../appearance/edit-appearance.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import { loadProgram } from '../../loyalty/program/load-program.ts';
import {
  deleteNote,
  selectVersion,
  selectVersions,
  upsertNote,
} from '../../loyalty/program/queries.ts';
import { withPicturePath } from '../../loyalty/pictures/picture-view.ts';
import { first } from '../../platform/store/store.ts';
import type { ShopRow } from '../../access/tables.ts';

/** The programme a shop runs now. */
export const currentProgram = (deps: Deps, shop: ShopRow): Promise<Program> =>
  deps.store.read(async (tx) => {
    const key = { shopId: shop.id, version: shop.programVersion };
    return { version: shop.programVersion, ...(await loadProgram(deps, tx, key)) };
  });

/** One published version, or undefined. */
export const programVersion = (
  deps: Deps,
  key: { shopId: string; version: number },
): Promise<Program | undefined> =>
  deps.store.read(async (tx) => {
    const [row] = await tx.run(selectVersion, key);
    return row && { version: row.version, ...programDocument.parse(row.document) };
  });

/** The versions a shop has published, newest first. */
export const listVersions = (
  deps: Deps,
  query: { shopId: string; before: number; limit: number },
): Promise<Page<ListedVersion>> =>
  deps.store.read(async (tx) => {
    const found = await tx.run(selectVersions, { ...query, limit: query.limit + 1 });
    const items = found.slice(0, query.limit);
    const last = items.at(-1);
    return {
      items: items.map((row) => ({
        version: row.version,
        publishedAt: isoOf(row.publishedAt),
        author: row.author,
        note: row.note,
        scheduledAt: row.scheduledAt === null ? null : isoOf(row.scheduledAt),
      })),
      nextCursor: found.length > query.limit && last ? String(last.version) : null,
    };
  });

/** Says something else of a version; false where there is none. */
export const noteVersion = (
  deps: Deps,
  of: { shopId: string; version: number; note: string | null },
): Promise<boolean> =>
  deps.store.write(async (tx) => {
    const { note, ...key } = of;
    if ((await first(tx, selectVersion, key)) === undefined) return false;
    await (note === null ? tx.run(deleteNote, key) : tx.run(upsertNote, { ...key, note }));
    return true;
  });

/** Names what everybody sees: another programme or another appearance is another answer. */
export const publicTag = ({ programVersion, appearanceVersion }: ShopRow): string =>
  `v${programVersion}${appearanceVersion === 0 ? '' : `-a${appearanceVersion}`}`;

/** What a guest may know of the programme a shop runs now. */
export const readPublicProgram = async (deps: Deps, shop: ShopRow): Promise<PublicProgram> => ({
  tag: publicTag(shop),
  ...toPublicProgram(await currentProgram(deps, shop), appearanceOf(shop), nowOf(deps, shop)),
});

function toPublicProgram(
  program: Program,
  appearance: Appearance,
  now: number,
): Omit<PublicProgram, 'tag'> {
  return {
    version: program.version,
    name: program.name,
    pointsName: program.pointsName,
    timeZone: program.timeZone,
    currency: program.currency,
    pointValueMinor: program.pointValueMinor,
    enrolment: program.enrolment,
    earning: program.earning.filter((rule) => rule.enabled),
    expiry: program.expiry,
    tiers: program.tiers.map(({ entryPoints: _entryPoints, ...tier }) => withPicturePath(tier)),
    tierMetric: program.tierPolicy?.metric ?? null,
    campaigns: program.campaigns
      .filter(({ enabled, until }) => enabled && Date.parse(until) > now)
      .map(({ id, name, from, until, effect }) => ({ id, name, from, until, effect })),
    badges: program.badges.map(withPicturePath),
    challenges: program.challenges.filter(({ enabled }) => enabled).map(withPicturePath),
    streaks: program.streaks.filter(({ enabled }) => enabled).map(withPicturePath),
    rewards: program.rewards.filter((reward) => reward.enabled).map(withPicturePath),
    appearance: toPublicAppearance(appearance),
  };
}
