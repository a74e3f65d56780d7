import { expect } from 'vitest';
import type { ProgramDocument } from '@okaeri/shared/program';
import { verifyLedger } from '../loyalty/ledger/verify-ledger.ts';
import { standingOf } from '../loyalty/tiers/follow-tiers.ts';
import { joinedDayOf, ladderOf } from '../loyalty/tiers/ladder-rules.ts';
import { advanceTo } from '../loyalty/tiers/standing-rules.ts';
import { behind } from './behind.ts';
import type { World } from './world.ts';
import type { Grant, Standing } from '../loyalty/ledger/documents.ts';
import type { ShopperRow } from '../loyalty/ledger/account-tables.ts';

interface AwardLine {
  readonly shopper_id: string;
  readonly source_kind: string;
  readonly part: string;
  readonly posted: number;
  readonly forgiven: number;
  readonly grant: string | null;
}

interface UsageLine {
  readonly shopper_id: string;
  readonly subject: string;
  readonly points: number;
  readonly times: number;
}

/** Everything that must hold of a shop at every moment, whatever its programme. */
export const checkEngine = async (
  url: string,
  world: World,
  document: ProgramDocument,
): Promise<void> => {
  const { differences } = await verifyLedger(world.deps, { shopId: world.keys.shopId });
  expect(differences).toEqual([]);
  await checkCaps(url, world, document);
  await checkTiers(url, world, document);
};

/** Semantics, rule 9: what counts against a cap is what its awards hold, no more and no less. */
async function checkCaps(url: string, world: World, document: ProgramDocument): Promise<void> {
  const where = `where shop_id = '${world.keys.shopId}'`;
  // Quoted: "grant" is a word of SQL.
  const columns = 'shopper_id, source_kind, part, posted, forgiven, "grant"';
  const awards = (await behind(url, `select ${columns} from awards ${where}`)) as AwardLine[];
  const usages = (await behind(
    url,
    `select shopper_id, subject, points, times from usages ${where}`,
  )) as UsageLine[];
  const shoppers = new Set(awards.map(({ shopper_id: id }) => id));
  for (const rule of document.earning) {
    if (rule.limit === null || rule.on === 'signup') continue;
    for (const id of shoppers)
      expect(sumOf(usages, `rule:${rule.id}`, id)).toEqual(
        heldOf(awards, (award) => award.shopper_id === id && award.part === rule.id),
      );
  }
  for (const campaign of document.campaigns) {
    if (campaign.budgetPoints === null) continue;
    const held = heldOf(awards, (award) => award.part.endsWith(`\u001f${campaign.id}`));
    expect(sumOf(usages, `campaign:${campaign.id}`, '')).toEqual(held);
  }
}

/** Invariant 18: the tier that is kept is the one the rows give. */
async function checkTiers(url: string, world: World, document: ProgramDocument): Promise<void> {
  const ladder = ladderOf(document);
  if (ladder === null) return;
  const rows = (await behind(
    url,
    `select id, created_at, enrolled_at, sequence, standing from shoppers where shop_id = '${world.keys.shopId}' and merged_into is null`,
  )) as {
    id: string;
    created_at: number;
    enrolled_at: number | null;
    sequence: number;
    standing: string | null;
  }[];
  for (const row of rows) {
    const kept = JSON.parse(row.standing ?? 'null') as Standing | null;
    if (kept === null || kept.ladder !== ladder.key) continue;
    const bare = {
      shopId: world.keys.shopId,
      id: row.id,
      createdAt: number(row.created_at),
      enrolledAt: row.enrolled_at === null ? null : number(row.enrolled_at),
      sequence: number(row.sequence),
      standing: null,
    } as ShopperRow;
    const joinedDay = joinedDayOf(bare, ladder.timeZone);
    const found = await world.deps.store.read((tx) => standingOf(tx, bare, ladder));
    // The rows may have been followed further: both are looked at on one day.
    const day = Math.max(found.day, kept.day);
    const [built, held] = [found, kept].map((one) => advanceTo(one, ladder, day, joinedDay));
    expect(built).toEqual(held);
  }
}

function sumOf(usages: readonly UsageLine[], subject: string, shopperId: string) {
  const own = usages.filter((u) => u.subject === subject && u.shopper_id === shopperId);
  return {
    points: own.reduce((sum, { points }) => sum + number(points), 0),
    times: own.reduce((sum, { times }) => sum + number(times), 0),
  };
}

/** What awards hold of a limited part, by the caps they count against. */
function heldOf(
  awards: readonly AwardLine[],
  matches: (award: AwardLine) => boolean,
): { points: number; times: number } {
  const held = awards
    .filter((award) => award.grant !== null && matches(award))
    .map(({ posted, forgiven, grant }) => {
      const points = number(posted) - number(forgiven);
      const { used, room } = JSON.parse(grant ?? '{}') as Grant;
      // The room an award fills is what it holds, and never more than it was granted.
      expect(used).toBe(points);
      expect(used).toBeLessThanOrEqual(room);
      return points;
    });
  return {
    points: held.reduce((sum, points) => sum + points, 0),
    times: held.filter((points) => points > 0).length,
  };
}

function number(value: unknown): number {
  return Number(value);
}
