import type { Outcome } from '../../platform/lib/outcome.ts';
import type { BalanceFault, BalanceImport } from '@okaeri/shared/balance-imports';
import type { Deps } from '../../deps.ts';
import { throwIfStopped } from '../../platform/lib/ended-work.ts';
import { importReferral } from '../../loyalty/referrals/import-referral.ts';
import { newImportId } from '../../loyalty/ledger/adjustment-rules.ts';
import { importBalance } from './import-balance.ts';
import { idOf } from './import-member.ts';
import { importMovement } from './import-movement.ts';
import { BALANCE_SOURCES } from './balance-column-rules.ts';
import { toBalanceAnswer } from './balance-import-rules.ts';
import { insertBalanceImport, updateBalanceImport } from './balance-queries.ts';
import type { BalanceRow } from './balance-row-rules.ts';
import { cutOff } from './cut-off.ts';
import { membersIn, type MembersInput } from './members-input.ts';
import { readMembersFile } from './read-in-worker.ts';
import { importTurns, readingTurns } from './take-turns.ts';
import type { BalanceImportRow } from './tables.ts';

/** Lines between two looks at how far it has come. */
const NOTED_EVERY = 100;

interface Bringing {
  readonly row: BalanceImportRow;
  readonly faults: BalanceFault[];
  /** Whom somebody recommended: that person may stand below them. */
  readonly recommended: BalanceRow[];
}

/**
 * Takes a file of members in. A line that cannot come is listed with its reason and keeps no other from
 * coming. A balance is where the shopper should be by this and earlier files, so that the same file
 * again moves nothing, and a later one moves by what has changed: a file that was cut off is sent again.
 */
export const importBalances = (deps: Deps, input: MembersInput): Promise<Outcome<BalanceImport>> =>
  importTurns.run(() => deps.underWay.hold(bringFile(deps, input)));

async function bringFile(deps: Deps, input: MembersInput): Promise<Outcome<BalanceImport>> {
  const { shop, signal } = input;
  const file = membersIn(deps, input);
  const read = await readingTurns.run(() => readMembersFile(deps, file, signal));
  if ('refused' in read) return read;
  const row: BalanceImportRow = {
    shopId: shop.id,
    id: newImportId(),
    source: BALANCE_SOURCES[read.ok.format],
    rows: read.ok.count,
    imported: 0,
    refused: read.ok.refused,
    points: 0,
    createdAt: file.now,
    undoneAt: null,
  };
  // From here on it goes to its end, whether the client still waits or not.
  throwIfStopped(signal);
  await deps.store.write((tx) => tx.run(insertBalanceImport, row));
  // What was earned comes before what was spent of it.
  const members = read.ok.rows.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
  const bringing: Bringing = { row, faults: [...read.ok.faults], recommended: [] };
  const done = await bringEach(deps, input, bringing, members);
  if (done < members.length) return cutOff(done, members.length);
  return {
    ok: toBalanceAnswer(
      row,
      bringing.faults.toSorted((a, b) => a.line - b.line),
    ),
  };
}

/** Brings each row; gives how many it came to before the server was stopped. */
async function bringEach(
  deps: Deps,
  input: MembersInput,
  bringing: Bringing,
  members: readonly BalanceRow[],
): Promise<number> {
  const { row, faults, recommended } = bringing;
  const { stopping } = deps.underWay;
  const note = (): Promise<unknown> => deps.store.write((tx) => tx.run(updateBalanceImport, row));
  for (const [index, member] of members.entries()) {
    if (stopping.aborted) {
      await note();
      return index;
    }
    await bringOne(deps, input, bringing, member);
    if ((index + 1) % NOTED_EVERY === 0) await note();
  }
  for (const member of recommended) {
    if (stopping.aborted) break;
    faults.push(...(await bringRecommendation(deps, row, member)));
  }
  await note();
  return stopping.aborted ? 0 : members.length;
}

async function bringOne(
  deps: Deps,
  { shop, options }: MembersInput,
  { row, faults, recommended }: Bringing,
  member: BalanceRow,
): Promise<void> {
  const bring = options.kind === 'history' ? importMovement : importBalance;
  const order = { batchId: row.id, source: row.source, tiers: options.tiers };
  const outcome = await bring(deps, shop, member, order);
  const { line } = member;
  if ('fault' in outcome) {
    row.refused += 1;
    faults.push({ line, ...outcome.fault });
    return;
  }
  row.imported += 1;
  row.points += outcome.points;
  faults.push(...outcome.remarks.map((remark) => ({ line, ...remark })));
  if (member.referredBy !== null) recommended.push(member);
}

function bringRecommendation(
  deps: Deps,
  { shopId, id: importId, createdAt: now }: BalanceImportRow,
  member: BalanceRow,
): Promise<BalanceFault[]> {
  return deps.storeWithoutEvents.write(async (tx) => {
    const friendId = await idOf(tx, shopId, member);
    if (friendId === undefined) return [];
    const referrer = member.referredBy ?? '';
    const fault = await importReferral(tx, { shopId, importId, friendId, referrer, now });
    return fault === undefined ? [] : [{ line: member.line, ...fault }];
  });
}
