import { textFor } from '@okaeri/shared/text-for';
import { findShop } from '../../access/find-shop.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { planTouch } from '../../loyalty/contacts/plan-touch.ts';
import { selectTouchesOf } from '../../loyalty/contacts/touch-queries.ts';
import type { WantedTouch } from '../../loyalty/contacts/touch-types.ts';
import { handShopMail } from '../../loyalty/contacts/hand-shop-mail.ts';
import { letterEnd } from '../../loyalty/contacts/touch-letter.ts';
import { dropped, rests, touchMail } from '../../loyalty/contacts/touch-mail.ts';
import { lockShopper } from '../../loyalty/ledger/queries.ts';
import { lockMerged } from '../../loyalty/shoppers/lock-shopper.ts';
import { addToOutbox } from '../../platform/outbox/add-row.ts';
import type { DeliveryHandler } from '../../platform/outbox/deliver-due.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { themeMail, type ThemeMailFacts } from './theme-mail.ts';
import {
  insertTelling,
  selectRaisers,
  selectRaisings,
  selectTelling,
  selectTheme,
} from './theme-queries.ts';
import type { ThemeRow } from './theme-tables.ts';

/** Responses gone through in one delivery; what is left is another. */
const PAGE = 100;
/** Touches of a shopper among which the same message is looked for. */
const LOOKED_AT = 50;

/** Plans that those who raised a theme are told what became of it, in pages (E116). */
export const planTelling = (
  deps: Deps,
  tx: Tx,
  { shop, themeId, now }: { shop: ShopRow; themeId: string; now: number },
): Promise<unknown> => tellOn(deps, tx, { shop, themeId, after: '', startedAt: now, now });

/** Plans a page of it: each shopper once for a theme, however often they raised it, or the shop says it (E49). */
export const deliverTelling: DeliveryHandler<'themeTelling'> = {
  lane: 'mail',
  async deliver(deps, row, { themeId, after, startedAt }) {
    const shop = await findShop(deps, row.shopId);
    if (shop === undefined) return { kind: 'dropped', why: 'the shop is gone' };
    const resting = rests(deps, shop);
    if (resting !== undefined) return resting;
    const asked = { shopId: shop.id, themeId, after, limit: PAGE };
    const found = await deps.store.read((tx) => tx.run(selectRaisers, asked));
    for (const { shopperId } of found)
      if (shopperId !== null)
        await deps.store.write((tx) => tellOne(deps, tx, { shop, themeId, shopperId }));
    const last = found.at(-1);
    const now = nowOf(deps, shop);
    if (found.length === PAGE && last !== undefined)
      await deps.store.write((tx) =>
        tellOn(deps, tx, { shop, themeId, after: last.responseId, startedAt, now }),
      );
    return { kind: 'sent' };
  },
};

interface Topic {
  readonly theme: ThemeRow;
  readonly dueAt: number;
}

/** What the message says, but for its link, which cannot be signed while the store waits. */
type Prepared = Omit<ThemeMailFacts, 'end'> & { readonly shopperId: string };

/** Tells one shopper what became of a theme they raised. */
export const sendTheme = touchMail<'themeDone', Topic, Prepared>({
  kind: 'themeDone',
  async find(tx, { shop, payload: { themeId, shopperId, dueAt } }) {
    const person = { shopId: shop.id, shopperId };
    const shopper = await lockMerged(tx, await first(tx, lockShopper, person));
    if (shopper === undefined || shopper.erasedAt !== null) return dropped('nobody to tell');
    const theme = await first(tx, selectTheme, { shopId: shop.id, id: themeId });
    return theme === undefined
      ? dropped('the theme is gone')
      : { shopper, topic: { theme, dueAt } };
  },
  // Who has withdrawn what they said is not told about it, and who was known twice is told once.
  async stillWanted({ tx, shop, shopper, topic, payload }) {
    if (topic.theme.outcome?.state !== 'done') return dropped('it is not done any more');
    const raised = { shopId: shop.id, shopperId: shopper.id, themeId: topic.theme.id };
    if (await isToldByAnother(tx, { ...raised, key: keyOf(payload.themeId, payload.shopperId) }))
      return dropped('they are told under their other name');
    return (await tx.run(selectRaisings, raised)).length === 0
      ? dropped('they do not say so any more')
      : null;
  },
  keyOf: ({ themeId, shopperId }) => keyOf(themeId, shopperId),
  touchOf: ({ topic, payload }) => wantedOf(topic.theme.id, payload),
  async facts({ shop, shopper, topic: { theme } }) {
    const text = textFor(theme.outcome?.text ?? {}, shopper.locale);
    if (text === undefined || text === null || text === '') return null;
    const { id: shopperId, email, locale } = shopper;
    return { to: email ?? '', locale, shopName: shop.name, name: theme.name, text, shopperId };
  },
  send: async (deps, shop, { shopperId, ...facts }, messageId) => {
    const end = await letterEnd(deps, shop, { shopperId, purpose: 'care' });
    return handShopMail(deps, shop, { ...(await themeMail({ ...facts, end })), messageId });
  },
});

/** Whether a shopper who was merged is told, or will be, by what was planned for them under another name (E11). */
async function isToldByAnother(
  tx: Tx,
  of: { shopId: string; shopperId: string; themeId: string; key: string },
): Promise<boolean> {
  const { shopId, shopperId, themeId, key } = of;
  const newest = { beforeAt: Number.MAX_SAFE_INTEGER, beforeId: '', limit: LOOKED_AT };
  const all = (await tx.run(selectTouchesOf, { shopId, shopperId, ...newest })).filter(
    ({ kind, subject }) => kind === 'themeDone' && subject === themeId,
  );
  // What was decided already is that message, handed over again.
  if (all.some((one) => one.key === key && one.decision === 'sent')) return false;
  return all.some(
    (one) =>
      one.key !== key &&
      (one.decision === null ? one.key < key : one.decision === 'sent' || one.decision === 'held'),
  );
}

async function tellOne(
  deps: Deps,
  tx: Tx,
  { shop, themeId, shopperId: raiser }: { shop: ShopRow; themeId: string; shopperId: string },
): Promise<void> {
  const row = await first(tx, lockShopper, { shopId: shop.id, shopperId: raiser });
  const shopper = await lockMerged(tx, row);
  if (shopper === undefined || shopper.erasedAt !== null) return;
  const told = { shopId: shop.id, shopperId: shopper.id, themeId };
  if ((await first(tx, selectTelling, told)) !== undefined) return;
  const now = nowOf(deps, shop);
  await tx.run(insertTelling, { ...told, at: now });
  const payload = { kind: 'themeDone', themeId, shopperId: shopper.id, dueAt: now } as const;
  const wanted = wantedOf(themeId, payload);
  await planTouch(deps, tx, { shop, shopperId: shopper.id, wanted, now });
  await addToOutbox(deps, tx, { shop, id: wanted.key, payload, dueAt: now });
}

function tellOn(
  deps: Deps,
  tx: Tx,
  of: { shop: ShopRow; themeId: string; after: string; startedAt: number; now: number },
): Promise<unknown> {
  const { shop, themeId, after, startedAt, now } = of;
  return addToOutbox(deps, tx, {
    shop,
    id: `themeTelling:${themeId}:${startedAt}:${after}`,
    payload: { kind: 'themeTelling', themeId, after, startedAt },
    dueAt: now,
  });
}

function wantedOf(
  themeId: string,
  { shopperId, dueAt }: { shopperId: string; dueAt: number },
): WantedTouch {
  const key = keyOf(themeId, shopperId);
  return { key, kind: 'themeDone', channel: 'email', subject: themeId, dueAt };
}

function keyOf(themeId: string, shopperId: string): string {
  return `themeDone:${themeId}:${shopperId}`;
}
