import { pathOf } from '@okaeri/shared/paths';
import type { JSX } from 'preact';
import { Coins, MessageSquareText, Ticket } from 'lucide';
import type { ShopperAffairs } from '@okaeri/shared/affairs';
import { codePage, orderPage, shopPath } from '../app/session.ts';
import { loadWords, messages } from '../i18n/messages.ts';
import { LazyPart } from '../ui/LazyPart.tsx';
import { lazyValue } from '../lib/lazy-value.ts';
import { formatCount, formatMoney, formatTime } from '../lib/format.ts';
import { formatShopDay, formatShopEnd } from '../app/shop-days.ts';
import { Fault, Skeleton } from '../ui/states.tsx';
import { RecordList } from '../ui/RecordList.tsx';
import { Orders } from './Orders.tsx';
import type { ShopperModel } from './shopper-model.ts';

const PARTS = {
  lots: LotsTab,
  orders: Orders,
  codes: CodesTab,
  written: WrittenTab,
  contacts: ContactsTab,
};
/** What of a shopper's affairs has a page of its own. */
export type RecordPart = keyof typeof PARTS;

/** With words of its own, which come when somebody looks. */
const CONTACTS = lazyValue(async () => {
  await loadWords('contacts');
  return import('../app/ShopperContacts.tsx');
});

/** One part of what a shopper has. */
export const RecordTab = ({
  model,
  part,
}: {
  model: ShopperModel;
  part: RecordPart;
}): JSX.Element => {
  const { affairs } = model;
  const of = affairs.value.value;
  const Shown = PARTS[part];
  if (affairs.fault.value)
    return <Fault fault={affairs.fault.value} onRetry={() => void affairs.load()} />;
  return of === undefined ? <Skeleton lines={5} /> : <Shown of={of} />;
};

function LotsTab({ of }: { of: ShopperAffairs }): JSX.Element {
  const w = messages().shopper;
  return (
    <RecordList items={of.lots} icon={Coins} empty={w.noLots} emptyText={w.noLotsText}>
      {(lot) => (
        <>
          <div class="grow">
            <strong>{w.lotSources[lot.source.kind]}</strong>{' '}
            {lot.source.kind === 'order' && <a href={orderPage(lot.source.id)}>{lot.source.id}</a>}
            <p class="quiet small">
              {lot.matureAt === null ? w.spendable : w.matures(formatShopDay(lot.matureAt))}
              {' · '}
              {lot.expireAt === null ? w.endless : w.expires(formatShopEnd(lot.expireAt))}
            </p>
          </div>
          <p class="points">
            <strong>{formatCount(lot.points)}</strong>
          </p>
        </>
      )}
    </RecordList>
  );
}

function CodesTab({ of }: { of: ShopperAffairs }): JSX.Element {
  const w = messages().shopper;
  return (
    <RecordList items={of.redemptions} icon={Ticket} empty={w.noCodes} emptyText={w.noCodesText}>
      {(taken) => (
        <>
          <div class="grow">
            <a href={codePage(taken.id)}>
              <code>{taken.voucher?.code ?? taken.rewardId}</code>
            </a>{' '}
            <span class="badge">{w.codeStates[taken.state]}</span>
            <p class="quiet small">
              <time dateTime={taken.takenAt}>{formatTime(taken.takenAt)}</time>
              {taken.voucher &&
                ` · ${formatMoney(taken.voucher.valueMinor, taken.voucher.currency)} · ${w.expires(formatShopEnd(taken.voucher.expiresAt))}`}
            </p>
            {taken.note !== null && <p class="small">{taken.note}</p>}
          </div>
          <p class="points">
            <strong>−{formatCount(taken.points)}</strong>
          </p>
        </>
      )}
    </RecordList>
  );
}

function WrittenTab({ of }: { of: ShopperAffairs }): JSX.Element {
  const w = messages().shopper;
  const items = [
    ...of.reviews.map((one) => ({ ...one, isReview: true as const })),
    ...of.posts.map((one) => ({ ...one, isReview: false as const })),
  ].toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  return (
    <RecordList
      items={items}
      icon={MessageSquareText}
      empty={w.noWritten}
      emptyText={w.noWrittenText}
    >
      {(one) => (
        <div class="grow">
          <a href={shopPath(pathOf(one.isReview ? 'reviews' : 'questions', 'all', one.id))}>
            <strong>{one.isReview ? (one.title ?? w.review) : w.post}</strong>
          </a>{' '}
          {one.isReview && one.rating !== null && <span>{w.stars(one.rating)}</span>}{' '}
          {one.isReview && one.isWaiting && (
            <a class="badge warn" href={shopPath('/reviews')}>
              {w.waits}
            </a>
          )}
          {one.isReview && one.state === 'withheld' && <span class="badge warn">{w.withheld}</span>}
          <p class="said">{one.body}</p>
          <p class="quiet small">
            <time dateTime={one.createdAt}>{formatTime(one.createdAt)}</time>
            {` · ${one.productId}`}
          </p>
        </div>
      )}
    </RecordList>
  );
}

function ContactsTab({ of }: { of: ShopperAffairs }): JSX.Element {
  return (
    <LazyPart of={CONTACTS} shape={<Skeleton lines={5} />}>
      {({ ShopperContacts }) => <ShopperContacts of={of} />}
    </LazyPart>
  );
}
