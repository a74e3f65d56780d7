import type { ProgramStatus } from '@okaeri/shared/program-status';
import type { ProblemCode } from '@okaeri/shared/errors';
import { nowOf } from '../../access/shop-clock.ts';
import { recordAuditEntry } from '../../access/audit-log.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import {
  deleteDraft,
  deleteSchedule,
  selectDraft,
  selectDueSchedules,
  selectSchedule,
  upsertSchedule,
} from '../../loyalty/program/queries.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { addVersion, draftToPublish, refuseToPublish, requireShop } from './edit-draft.ts';

/** What happens in the log when a time has come. */
const OPERATION = 'POST /v1/program/publish';
/** Shops seen to in one round; the others come with the next. */
const ROUND = 50;

/** Who saved the draft, and what is to be published later. */
export const readStatus = (deps: Deps, shopId: string): Promise<ProgramStatus> =>
  deps.store.read((tx) => statusOf(tx, shopId));

/** Has the draft published at a time of the shop's clock, as it is now. */
export const scheduleDraft = (
  deps: Deps,
  input: {
    shop: ShopRow;
    ifMatch: string;
    at: number;
    author: string | null;
    note: string | null;
  },
): Promise<Outcome<ProgramStatus>> =>
  deps.store.write(async (tx): Promise<Outcome<ProgramStatus>> => {
    const shopId = input.shop.id;
    const found = await draftToPublish(deps, tx, { shopId, ifMatch: input.ifMatch });
    if ('refused' in found) return found;
    const { shop, document, revision } = found.ok;
    if (input.at <= nowOf(deps, shop))
      return { refused: { code: 'timePassed', detail: 'Name a time that is still to come.' } };
    const refused = await refuseToPublish(deps, tx, shopId, document);
    if (refused !== undefined) return { refused };
    await tx.run(upsertSchedule, {
      shopId,
      document,
      publishAt: input.at,
      author: input.author,
      note: input.note,
      scheduledAt: deps.clock.now(),
      draftRevision: revision,
      refusedCode: null,
    });
    return { ok: await statusOf(tx, shopId) };
  });

/** Takes that back; the draft stays as it is. */
export const cancelSchedule = (deps: Deps, shopId: string): Promise<Outcome<ProgramStatus>> =>
  deps.store.write(async (tx): Promise<Outcome<ProgramStatus>> => {
    const gone = await first(tx, deleteSchedule, { shopId });
    if (gone === undefined)
      return { refused: { code: 'notFound', detail: 'Nothing is to be published later.' } };
    return { ok: await statusOf(tx, shopId) };
  });

/** Publishes what was to be published by now; of several servers that see it, one does. */
export const publishScheduled = async (deps: Deps): Promise<void> => {
  const now = deps.clock.now();
  const due = await deps.store.read((tx) => tx.run(selectDueSchedules, { now, limit: ROUND }));
  for (const { shopId } of due) await publishOne(deps, shopId);
};

async function publishOne(deps: Deps, shopId: string): Promise<void> {
  const done = await deps.store.write(async (tx) => {
    const shop = await requireShop(tx, shopId);
    const row = await first(tx, selectSchedule, { shopId });
    // Meanwhile another server may have done it, or somebody has taken it back or put it off.
    if (row === undefined || row.refusedCode !== null || row.publishAt > nowOf(deps, shop))
      return undefined;
    const { document, author, note, scheduledAt } = row;
    const refused = await refuseToPublish(deps, tx, shopId, document);
    if (refused !== undefined) {
      await tx.run(upsertSchedule, { ...row, refusedCode: refused.code });
      return { author, refused: true };
    }
    await addVersion(deps, tx, shop, { document, author, note, scheduledAt });
    const draft = await first(tx, selectDraft, { shopId });
    if (draft?.revision === row.draftRevision) await tx.run(deleteDraft, { shopId });
    await tx.run(deleteSchedule, { shopId });
    return { author, refused: false };
  });
  if (done === undefined) return;
  deps.caches.shops.clear();
  const line = { shopId, userId: null, actor: done.author ?? '', operation: OPERATION };
  const act = await recordAuditEntry(deps, { ...line, subject: null });
  await act.settle(done.refused ? 409 : 200, null);
}

async function statusOf(tx: Tx, shopId: string): Promise<ProgramStatus> {
  const draft = await first(tx, selectDraft, { shopId });
  const row = await first(tx, selectSchedule, { shopId });
  return {
    draft: draft === undefined ? null : { savedAt: isoOf(draft.updatedAt), savedBy: draft.author },
    schedule:
      row === undefined
        ? null
        : {
            at: isoOf(row.publishAt),
            by: row.author,
            note: row.note,
            scheduledAt: isoOf(row.scheduledAt),
            // Written by `publishOne` alone, of a refusal.
            refused: row.refusedCode as ProblemCode | null,
          },
  };
}
