import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { planTouch } from '../../loyalty/contacts/plan-touch.ts';
import type { WantedTouch } from '../../loyalty/contacts/touch-types.ts';
import { addToOutbox } from '../../platform/outbox/add-row.ts';
import type { Tx } from '../../platform/store/store.ts';
import type { CaseEntryRow, CaseRow } from './tables.ts';

interface Planned {
  readonly shop: ShopRow;
  readonly row: CaseRow;
  readonly now: number;
}

/** The touch a reply of the shop is: the shopper waits for it. */
export const replyTouch = (entry: Pick<CaseEntryRow, 'id' | 'caseId' | 'at'>): WantedTouch => ({
  key: replyKey(entry.id),
  kind: 'caseReply',
  channel: 'email',
  subject: entry.caseId,
  dueAt: entry.at,
});

export const replyKey = (entryId: string): string => `caseReply:${entryId}`;

/** Plans to send a reply by e-mail, with the write that keeps it. */
export const planReply = async (
  deps: Deps,
  tx: Tx,
  { shop, row, entry, now }: Planned & { entry: CaseEntryRow },
): Promise<void> => {
  if (deps.mail === null) return;
  await planTouch(deps, tx, { shop, shopperId: row.shopperId, wanted: replyTouch(entry), now });
  const payload = { kind: 'caseReply', caseId: row.id, entryId: entry.id } as const;
  await addToOutbox(deps, tx, { shop, id: replyKey(entry.id), payload, dueAt: now });
};

/** The touch in which a shopper is asked whether it was put right: one for each time it was resolved. */
export const followUpTouch = (
  caseId: string,
  of: { readonly resolvedAt: number; readonly followUpAt: number },
): WantedTouch => ({
  key: followUpKey({ caseId, ...of }),
  kind: 'caseFollowUp',
  channel: 'email',
  subject: caseId,
  dueAt: of.followUpAt,
});

export const followUpKey = (of: { caseId: string; resolvedAt: number }): string =>
  `caseFollowUp:${of.caseId}:${of.resolvedAt}`;

/** Plans to ask whether a case that was resolved was put right (E46). */
export const planFollowUp = async (
  deps: Deps,
  tx: Tx,
  { shop, row, now }: Planned,
): Promise<void> => {
  const { id: caseId, resolvedAt, followUpAt, shopperId } = row;
  if (deps.mail === null || resolvedAt === null || followUpAt === null) return;
  const wanted = followUpTouch(caseId, { resolvedAt, followUpAt });
  await planTouch(deps, tx, { shop, shopperId, wanted, now });
  const payload = { kind: 'caseFollowUp', caseId, resolvedAt } as const;
  await addToOutbox(deps, tx, { shop, id: wanted.key, payload, dueAt: followUpAt });
};
