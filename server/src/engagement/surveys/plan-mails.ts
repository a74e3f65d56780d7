import { eachShop } from '../../access/each-shop.ts';
import { findShop } from '../../access/find-shop.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { planTouch } from '../../loyalty/contacts/plan-touch.ts';
import { lockShopper } from '../../loyalty/ledger/queries.ts';
import { addToOutbox } from '../../platform/outbox/add-row.ts';
import { first } from '../../platform/store/store.ts';
import { wantedIn } from './ask-in-page.ts';
import { loadAsked } from './asking.ts';
import { selectAskingShops } from './queries.ts';
import { selectInvitationById, selectToMail, updateInvitation } from './wave-queries.ts';

/** E-mails planned in one round of one shop; what is left waits for the next. */
const ROUND = 200;

/** Plans the e-mails of surveys on the day each is due, and not before (E118). */
export const planMails = async (deps: Deps): Promise<void> => {
  // Without a mail server there is nothing to plan; whoever sets one up is asked late, or not at all.
  if (deps.mail === null) return;
  const asking = await deps.store.read((tx) => tx.run(selectAskingShops, {}));
  await eachShop(asking, async ({ shopId }) => {
    const shop = await findShop(deps, shopId);
    if (shop !== undefined && shop.closedAt === null) await planOf(deps, shop);
  });
};

async function planOf(deps: Deps, shop: ShopRow): Promise<void> {
  const due = { shopId: shop.id, now: nowOf(deps, shop), limit: ROUND };
  for (const { id, shopperId } of await deps.store.read((tx) => tx.run(selectToMail, due))) {
    if (deps.underWay.stopping.aborted) return;
    if (shopperId !== null) await planOne(deps, shop, { id, shopperId });
  }
}

function planOne(
  deps: Deps,
  shop: ShopRow,
  { id, shopperId }: { id: string; shopperId: string },
): Promise<void> {
  return deps.store.write(async (tx) => {
    await first(tx, lockShopper, { shopId: shop.id, shopperId });
    const invitation = await first(tx, selectInvitationById, { shopId: shop.id, id });
    if (invitation?.shopperId !== shopperId || invitation.mailAt === null) return;
    const asked = await loadAsked(tx, invitation);
    if (asked === undefined) return;
    await tx.run(updateInvitation, { ...invitation, mailAt: null });
    if (invitation.firstShownAt !== null || invitation.answeredAt !== null) return;
    const now = nowOf(deps, shop);
    const dueAt = invitation.mailAt;
    const wanted = { ...wantedIn('email', asked), dueAt };
    await planTouch(deps, tx, { shop, shopperId, wanted, now });
    const payload = { kind: 'survey', invitationId: id, dueAt } as const;
    await addToOutbox(deps, tx, { shop, id: `survey:${id}`, payload, dueAt: now });
  });
}
