import type { JSX } from 'preact';
import { History } from 'lucide';
import type { MerchantTransaction } from '@okaeri/shared/ledger';
import { messages } from '../i18n/messages.ts';
import { formatCount, formatSigned, formatTime } from '../lib/format.ts';
import { formatShopDay, formatShopEnd } from '../app/shop-days.ts';
import { Button } from '../ui/Button.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import { ReceiptView } from './ReceiptView.tsx';
import type { ShopperModel } from './shopper-model.ts';

/** Everything that happened to a shopper's points, each with its receipt. */
export const Timeline = ({ model }: { model: ShopperModel }): JSX.Element => {
  const { timeline } = model;
  const items = timeline.items.value;
  const w = messages();
  if (timeline.fault.value)
    return <Fault fault={timeline.fault.value} onRetry={() => void timeline.load()} />;
  if (items === undefined) return <Skeleton lines={5} />;
  if (items.length === 0)
    return (
      <Empty icon={History} title={w.shopper.noTimeline}>
        <p>{w.shopper.noTimelineText}</p>
      </Empty>
    );
  return (
    <>
      <ul class="rows timeline">
        {items.map((one) => (
          <Row key={one.id} of={one} />
        ))}
      </ul>
      {timeline.hasMore.value && (
        <div class="row">
          <Button busy={timeline.isLoading.value} onClick={() => void timeline.more()}>
            {w.app.more}
          </Button>
        </div>
      )}
    </>
  );
};

function Row({ of }: { of: MerchantTransaction }): JSX.Element {
  const w = messages();
  const dates = [
    of.state === 'pending' && of.matureAt !== null && w.shopper.matures(formatShopDay(of.matureAt)),
    of.by !== null && w.shopper.by(of.by),
    of.state !== 'spent' && of.expireAt !== null && w.shopper.expires(formatShopEnd(of.expireAt)),
  ].filter((text) => text !== false);
  return (
    <li>
      <div class="grow">
        <strong>{w.transactions.kinds[of.kind]}</strong> {labelOf(of)}
        {of.state !== 'none' && of.state !== 'available' && (
          <span class="badge">{w.transactions.states[of.state]}</span>
        )}
        <p class="quiet small">
          <time dateTime={of.effectiveAt}>{formatTime(of.effectiveAt)}</time>
          {dates.map((text) => ` · ${text}`)}
        </p>
        {of.note !== null && <p class="quiet small">{w.shopper.teamNote(of.note)}</p>}
        {of.receipt && <ReceiptView of={of.receipt} />}
      </div>
      <p class="points">
        <strong class={of.points > 0 ? 'gained' : ''}>{formatSigned(of.points)}</strong>
        <br />
        <span class="quiet small">{w.shopper.balance(formatCount(of.balanceAfter.available))}</span>
      </p>
    </li>
  );
}

/** What it was about. What has no word of its own here is called as the programme calls it. */
function labelOf({ source, label }: MerchantTransaction): string {
  const { sources } = messages().transactions;
  if (source?.kind === 'order') return sources.order(source.id);
  return source?.kind === 'signup' ? sources.signup : label;
}
