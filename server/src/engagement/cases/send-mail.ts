import { signLink } from '../../access/signed-links.ts';
import type { Deps } from '../../deps.ts';
import { handShopMail } from '../../loyalty/contacts/hand-shop-mail.ts';
import { letterEnd } from '../../loyalty/contacts/touch-letter.ts';
import { dropped, touchMail, type PlannedMail } from '../../loyalty/contacts/touch-mail.ts';
import type { TouchKind } from '../../loyalty/contacts/touch-kinds.ts';
import { selectTouch } from '../../loyalty/contacts/touch-queries.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import { lockShopper } from '../../loyalty/ledger/queries.ts';
import { lockMerged } from '../../loyalty/shoppers/lock-shopper.ts';
import type { Delivery } from '../../platform/outbox/deliver-due.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { REOPENED_WITHIN_MS } from './case-state-rules.ts';
import { followUpMail, replyMail } from './case-mail.ts';
import { replyAddress } from './case-token-rules.ts';
import { findCase } from './find-case.ts';
import { followUpKey, followUpTouch, replyKey, replyTouch } from './plan-mail.ts';
import { selectCase, selectCaseEntries, selectReplyAddress } from './queries.ts';
import type { CaseEntryRow, CaseRow } from './tables.ts';

interface Reply {
  readonly row: CaseRow;
  readonly entries: readonly CaseEntryRow[];
  readonly entry: CaseEntryRow;
}

type ReplyFacts = Parameters<typeof replyMail>[0];

/** Sends a reply of the shop, as part of the thread of its case. */
export const sendReply = touchMail<'caseReply', Reply, ReplyFacts>({
  kind: 'caseReply',
  lane: 'awaited',
  async find(tx, { shop, payload: { caseId, entryId } }) {
    const found = await findMeant(tx, { shopId: shop.id, id: caseId });
    if (found === undefined) return dropped('nobody to write to');
    const entries = await tx.run(selectCaseEntries, { shopId: shop.id, caseId: found.row.id });
    const entry = entries.find(({ id }) => id === entryId);
    if (entry === undefined || entry.note === null) return dropped('the reply is gone');
    return { shopper: found.shopper, topic: { row: found.row, entries, entry } };
  },
  stillWanted: () => Promise.resolve(null),
  keyOf: ({ entryId }) => replyKey(entryId),
  touchOf: ({ topic }) => replyTouch(topic.entry),
  async facts(mail) {
    const { tx, shop, shopper, topic } = mail;
    const before = topic.entries.slice(0, topic.entries.indexOf(topic.entry));
    const answered = before.findLast(({ kind, note }) => kind === 'message' && note !== null);
    return {
      to: shopper.email ?? '',
      locale: shopper.locale,
      shopName: shop.name,
      text: topic.entry.note ?? '',
      answered: answered?.note ?? null,
      thread: {
        references: await referencesOf(mail, before),
        replyTo: await replyTo(mail.deps, tx, topic.row),
      },
    };
  },
  send: async (deps, shop, facts, messageId) =>
    handShopMail(deps, shop, { ...(await replyMail(facts)), messageId }),
});

/** Asks a week after it was resolved whether a case was put right. */
export const sendFollowUp = touchMail<
  'caseFollowUp',
  CaseRow,
  Omit<Parameters<typeof followUpMail>[0], 'pageUrl' | 'end'> & {
    shopperId: string;
    caseId: string;
    endsAt: number;
  }
>({
  kind: 'caseFollowUp',
  async find(tx, { shop, payload: { caseId } }) {
    const found = await findMeant(tx, { shopId: shop.id, id: caseId });
    return found === undefined
      ? dropped('nobody to ask')
      : { shopper: found.shopper, topic: found.row };
  },
  stillWanted: ({ topic, payload }) =>
    Promise.resolve<Delivery | null>(
      topic.state === 'resolved' && topic.resolvedAt === payload.resolvedAt
        ? null
        : dropped('it was opened again, or is over'),
    ),
  keyOf: followUpKey,
  touchOf: ({ topic, payload }) =>
    followUpTouch(topic.id, {
      resolvedAt: payload.resolvedAt,
      followUpAt: topic.followUpAt ?? payload.resolvedAt,
    }),
  facts: ({ shop, shopper, topic }) =>
    Promise.resolve({
      to: shopper.email ?? '',
      locale: shopper.locale,
      shopName: shop.name,
      shopperId: shopper.id,
      caseId: topic.id,
      endsAt: (topic.resolvedAt ?? 0) + REOPENED_WITHIN_MS,
    }),
  async send(deps, shop, { shopperId, caseId, endsAt, ...facts }, messageId) {
    const link = { shopperId, orderId: null, confirmed: false };
    const page = await signLink(deps, shop, { ...link, use: 'case', caseId, endsAt });
    const mail = await followUpMail({
      ...facts,
      pageUrl: `${deps.publicUrl}/case/${shop.publicKey}#${page}`,
      end: await letterEnd(deps, shop, { shopperId, purpose: 'surveys' }),
    });
    return handShopMail(deps, shop, { ...mail, messageId });
  },
});

/** A case, and whoever it is about by now, locked. */
async function findMeant(
  tx: Tx,
  key: { shopId: string; id: string },
): Promise<{ row: CaseRow; shopper: ShopperRow } | undefined> {
  const row = await findCase(tx, key);
  const of = row && { shopId: key.shopId, shopperId: row.shopperId };
  const shopper = of && (await lockMerged(tx, await first(tx, lockShopper, of)));
  return row === undefined || shopper === undefined || shopper.erasedAt !== null
    ? undefined
    : { row, shopper };
}

/** The messages of a case so far, by their ids: ours are those of their touches. */
async function referencesOf(
  { deps, tx, shop }: PlannedMail<'caseReply', Reply>,
  before: readonly CaseEntryRow[],
): Promise<string[]> {
  const host = new URL(deps.publicUrl).hostname;
  const found: string[] = [];
  for (const { id, kind, data } of before) {
    if (kind === 'reply') {
      const touch = await first(tx, selectTouch, { shopId: shop.id, key: replyKey(id) });
      if (touch?.decision === 'sent') found.push(`<${touch.id}@${host}>`);
    }
    const { messageId } = data;
    if (kind === 'message' && typeof messageId === 'string') found.push(`<${messageId}>`);
  }
  return found;
}

/** Where an answer goes: to the shop's own address, with a token of the case (E114). */
async function replyTo(deps: Deps, tx: Tx, row: CaseRow): Promise<string> {
  const { shopId, id: caseId } = row;
  const found = await first(tx, selectReplyAddress, { shopId });
  const address = found?.sender.replyTo ?? deps.mail?.from ?? '';
  return replyAddress(deps.secretKey, address, { shopId, caseId });
}

/** How things stand with a planned follow-up: only a case that is still resolved is asked about. */
export const standingOfFollowUp: NonNullable<TouchKind['standing']> = async (
  tx,
  { shop, touch },
) => {
  const row = await first(tx, selectCase, { shopId: shop.id, id: touch.subject });
  return row?.state === 'resolved' && row.followUpAt === touch.dueAt ? 'running' : 'exited';
};
