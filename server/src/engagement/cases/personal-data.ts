import type { CaseDetail } from '@okaeri/shared/cases';
import { newId } from '../../platform/lib/ids.ts';
import type { PersonalData } from '../../personal-data.ts';
import type { Tx } from '../../platform/store/store.ts';
import { BY_RULE, stateEntry } from './case-entry-rules.ts';
import { closedCase } from './case-state-rules.ts';
import { collide, earlierOf, joined, joinedEntry } from './merge-rules.ts';
import {
  deleteCase,
  eraseCaseEntry,
  insertCaseEntry,
  lockCasesOf,
  moveCase,
  moveCaseEntries,
  selectCaseEntries,
  selectCasesOf,
  updateCase,
} from './queries.ts';
import { detailOf } from './read-cases.ts';
import type { CaseEntryRow, CaseRow } from './tables.ts';

/** What of an entry stays when a person was erased: nothing in which words can stand. */
const KEPT: ReadonlySet<string> = new Set([
  'state',
  'reason',
  'score',
  'harm',
  'withdrawn',
  'points',
  'adjustmentId',
  'ownerId',
  'overdue',
  'dueAt',
  'solved',
  'caseId',
]);

/** Cases of one shopper, with messages and notes: an export has all of it (E13). */
export const listCasesOf: NonNullable<PersonalData['list']> = async (tx, asked) => {
  const { shopId, shopperId, limit, now } = asked;
  const cases: CaseDetail[] = [];
  for (const row of await tx.run(selectCasesOf, { shopId, shopperId, limit }))
    cases.push(await detailOf(tx, row, now));
  return { cases };
};

/** What is one's becomes another's. Of two that are open about the same the later becomes part of the earlier (E11). */
export const moveCases: NonNullable<PersonalData['move']> = async (tx, ids) => {
  const { shopId, from, to, now } = ids;
  const theirs = await tx.run(lockCasesOf, { shopId, shopperId: from });
  const own = await tx.run(lockCasesOf, { shopId, shopperId: to });
  for (const row of theirs) {
    const other = own.find((one) => collide(one, row));
    if (other === undefined) {
      await tx.run(moveCase, { shopId, id: row.id, shopperId: to });
      continue;
    }
    const [earlier, later] = earlierOf(row, other);
    await tx.run(moveCaseEntries, { shopId, from: later.id, to: earlier.id });
    await tx.run(deleteCase, { shopId, id: later.id });
    await tx.run(updateCase, { ...joined(earlier, later), shopperId: to });
    const entry = { shopId, id: `ce_${newId()}`, caseId: earlier.id, at: now };
    await tx.run(insertCaseEntry, { ...entry, ...joinedEntry(later.id) });
  }
};

/** Takes words and names out of a person's cases, which end. */
export const forgetCases: NonNullable<PersonalData['erase']> = async (tx, person) => {
  const { shopId, shopperId, now } = person;
  for (const row of await tx.run(lockCasesOf, { shopId, shopperId })) {
    for (const entry of await tx.run(selectCaseEntries, { shopId, caseId: row.id }))
      await tx.run(eraseCaseEntry, { ...erased(entry) });
    await close(tx, { ...row, title: null, outcome: null }, now);
  }
};

async function close(tx: Tx, row: CaseRow, now: number): Promise<void> {
  if (row.state === 'closed') {
    await tx.run(updateCase, row);
    return;
  }
  const { row: closed } = closedCase(row, now);
  await tx.run(updateCase, { ...closed, entries: closed.entries + 1 });
  await tx.run(insertCaseEntry, {
    shopId: row.shopId,
    id: `ce_${newId()}`,
    caseId: row.id,
    at: now,
    ...stateEntry('closed', BY_RULE),
    source: null,
  });
}

function erased({ shopId, id, by, data }: CaseEntryRow) {
  const kept = Object.entries(data).filter(([name]) => KEPT.has(name));
  return { shopId, id, by: { kind: by.kind, name: null }, data: Object.fromEntries(kept) };
}
