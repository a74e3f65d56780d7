import type { JSX } from 'preact';
import { ShoppingBag } from 'lucide';
import type { OrderSummary, ShopperAffairs } from '@okaeri/shared/affairs';
import { orderPage } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatMoney, formatTime } from '../lib/format.ts';
import { RecordList } from '../ui/RecordList.tsx';

const REFUNDED: readonly OrderSummary['standing'][] = ['refunded', 'partlyRefunded'];

/** The orders of a shopper, the latest first, and what of their money does not add up. */
export const Orders = ({ of }: { of: ShopperAffairs }): JSX.Element => {
  const w = messages().shopper;
  return (
    <RecordList items={of.orders} icon={ShoppingBag} empty={w.noOrders} emptyText={w.noOrdersText}>
      {(order) => (
        <>
          <div class="grow">
            <strong>
              <a href={orderPage(order.id)}>{order.id}</a>
            </strong>{' '}
            <span class={`badge${REFUNDED.includes(order.standing) ? ' warn' : ''}`}>
              {messages().orders.standings[order.standing]}
            </span>
            <p class="quiet small">
              <time dateTime={order.placedAt}>{formatTime(order.placedAt)}</time>
              {` · ${w.items(order.itemCount)}`}
            </p>
            <Warnings of={order} />
          </div>
          <p class="points">
            <strong>{formatMoney(order.totalMinor, order.currency)}</strong>
          </p>
        </>
      )}
    </RecordList>
  );
};

/** What of an order's money does not add up, each kind once. */
function Warnings({ of: { warnings, currency } }: { of: OrderSummary }): JSX.Element {
  const w = messages().shopper.orderWarnings;
  const texts = warnings.map(({ code, readMinor, toldMinor }) => {
    if (code === 'totalDiffers')
      return w.totalDiffers(
        formatMoney(readMinor ?? 0, currency),
        formatMoney(toldMinor ?? 0, currency),
      );
    if (code === 'refundExceedsPaid' || code === 'voucherPaymentsExceedTotal') return w[code];
    return null;
  });
  return (
    <>
      {[...new Set(texts)].map(
        (text) =>
          text !== null && (
            <p key={text} class="note warn small">
              {text}
            </p>
          ),
      )}
    </>
  );
}
