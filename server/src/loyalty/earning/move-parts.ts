import type { Receipt } from '@okaeri/shared/ledger';
import type { ProgramDocument } from '@okaeri/shared/program';
import { moveSource } from '../ledger/award-source.ts';
import { awardOf, type Award, type Counts } from '../ledger/book-rules.ts';
import { loadSourceAwards, type OpenBook } from '../ledger/open-book.ts';
import { toIso } from '../../platform/lib/clock.ts';
import type { SourceKind } from '@okaeri/shared/ledger';
import type { Tx } from '../../platform/store/store.ts';
import { emptyReceipt } from './fixed-part-rules.ts';
import { grantRoom, type Part, type SourceCounts } from './part-rules.ts';
import { capsOfPart, partIds } from './campaign-rules.ts';
import { roomIn, useCaps, type CapOwner } from './use-caps.ts';
import type { Grant } from '../ledger/documents.ts';
import type { AwardRow } from '../ledger/tables.ts';

/** A source whose parts are moved: an order, an act, a referral. */
export interface MovedSource {
  readonly kind: SourceKind;
  readonly id: string;
  readonly document: ProgramDocument;
  readonly programVersion: number;
  readonly effectiveAt: number;
  /** True when the caller knows that the source was never seen, which saves the look. */
  readonly neverSeen: boolean;
  /** What the source counts for tiers. */
  readonly counts: SourceCounts;
}

/** An award and the part of its source it is of. */
export type PartAward = Award & { readonly part: string };

interface Move {
  readonly tx: Tx;
  readonly open: OpenBook;
  readonly source: MovedSource;
  readonly owner: CapOwner;
}

/**
 * Moves the awards of a source to what its present state should have earned, part
 * by part; awards of parts that no longer apply go to nothing. What the source
 * counts for tiers rides on its first award. The book is not saved.
 *
 * @returns the awards of the source as they stand
 */
export const moveParts = async (
  tx: Tx,
  open: OpenBook,
  source: MovedSource,
  parts: readonly Part[],
): Promise<readonly PartAward[]> => {
  const move = beginMove(tx, open, source);
  const known = source.neverSeen ? [] : await loadSourceAwards(tx, open, source);
  const pairs = parts.map((part) => ({ part, row: findAward(known, part.part) }));
  const main = known[0]?.id ?? null;
  const moved: AwardRow[] = [];
  for (const [index, { part, row }] of pairs.entries()) {
    const isMain = main === null ? index === 0 : row?.id === main;
    moved.push(await movePart(move, part, row, isMain));
  }
  const applied = new Set(pairs.map(({ row }) => row?.id));
  const left = known.filter((row) => !applied.has(row.id));
  for (const row of left)
    await withdraw(move, row, 'noLongerMatches', countsOf(source, row.id === main, 0));
  return [...moved, ...left].map((row) => ({ ...awardOf(open.book, row.id), part: row.part }));
};

/** Takes everything a source gave this shopper, for `reason` (semantics, rule 6). */
export const withdrawParts = async (
  tx: Tx,
  open: OpenBook,
  source: MovedSource,
  reason: Receipt['reason'],
): Promise<void> => {
  const move = beginMove(tx, open, source);
  for (const row of await loadSourceAwards(tx, open, source))
    await withdraw(move, row, reason, { points: 0, spendMinor: 0, orders: 0 });
};

function beginMove(tx: Tx, open: OpenBook, source: MovedSource): Move {
  const { shopId, id: shopperId } = open.shopper;
  return {
    tx,
    open,
    source,
    owner: { shopId, shopperId, timeZone: source.document.timeZone, read: open.usages },
  };
}

/** After a merge two awards may be of one part; the one that has points is the one to move. */
function findAward(known: readonly AwardRow[], part: string): AwardRow | undefined {
  const found = known.filter((row) => row.part === part);
  return found.find((row) => heldBy(row) !== 0) ?? found[0];
}

async function movePart(
  move: Move,
  part: Part,
  known: AwardRow | undefined,
  isMain: boolean,
): Promise<AwardRow> {
  const { tx, open, source } = move;
  const before = known === undefined ? null : awardOf(open.book, known.id).grant;
  const asked = await requestGrant(move, part, before);
  const awarded = asked === null ? part.desired : Math.min(part.desired, asked.room);
  const { target, receipt } = part.settle(awarded, awarded < part.desired ? capOf(asked) : null);
  const grant = asked && (await fillCaps(move, part, asked, target));
  const counts = countsOf(source, isMain, target);
  const { matureAt, expireAt, idleDays, limited } = part;
  return moveSource(tx, open, known, {
    kind: source.kind,
    sourceId: source.id,
    part: part.part,
    programVersion: source.programVersion,
    policy: source.document.refunds.policy,
    effectiveAt: source.effectiveAt,
    target,
    receipt,
    matureAt,
    expireAt,
    idleDays,
    limited,
    grant,
    counts,
  });
}

/** Takes an award to nothing, for `reason`, and gives its room back. */
async function withdraw(
  move: Move,
  row: AwardRow,
  reason: Receipt['reason'],
  counts: Counts,
): Promise<void> {
  const { tx, open, source } = move;
  const { grant, matureAt, expireAt, idleDays, limited } = awardOf(open.book, row.id);
  const caps = capsOfPart(source.document, row.part);
  const freed = grant && (await fillCaps(move, { caps }, grant, 0));
  await moveSource(tx, open, row, {
    kind: source.kind,
    sourceId: source.id,
    part: row.part,
    programVersion: row.programVersion,
    policy: source.document.refunds.policy,
    effectiveAt: source.effectiveAt,
    target: 0,
    matureAt,
    expireAt,
    idleDays,
    limited,
    grant: freed,
    counts,
    receipt: emptyReceipt(source, { ...partIds(row.part), reason }),
  });
}

function countsOf({ counts }: MovedSource, isMain: boolean, target: number): Counts {
  return {
    points: counts.countsPoints ? target : 0,
    spendMinor: isMain ? counts.spendMinor : 0,
    orders: isMain ? counts.orders : 0,
  };
}

function heldBy(award: Pick<Award, 'posted' | 'forgiven'>): number {
  return award.posted - award.forgiven;
}

async function requestGrant(move: Move, part: Part, before: Grant | null): Promise<Grant | null> {
  if (part.caps.length === 0) return null;
  const used = before?.used ?? 0;
  const { granted = null } = part;
  const room =
    granted !== null
      ? { points: granted, until: null }
      : part.desired > (before?.asked ?? 0)
        ? await roomIn(move.tx, move.owner, {
            caps: part.caps,
            at: before?.at ?? part.at,
            own: { times: used > 0 ? 1 : 0, points: used },
          })
        : { points: 0, until: null };
  return grantRoom(before, { desired: part.desired, at: part.at }, room);
}

function capOf(grant: Grant | null): Receipt['cap'] {
  return grant && { room: grant.room, until: grant.until === null ? null : toIso(grant.until) };
}

/** Counts the change in what an award fills of its caps. */
async function fillCaps(
  move: Move,
  part: Pick<Part, 'caps'>,
  grant: Grant,
  target: number,
): Promise<Grant> {
  const times = (target > 0 ? 1 : 0) - (grant.used > 0 ? 1 : 0);
  await useCaps(move.tx, move.owner, {
    caps: part.caps,
    at: grant.at,
    times,
    points: target - grant.used,
  });
  return { ...grant, used: target };
}
