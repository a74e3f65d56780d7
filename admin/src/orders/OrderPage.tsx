import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { useRoute } from 'preact-iso';
import { ReceiptText } from 'lucide';
import { idOfSegment } from '@okaeri/shared/paths';
import type { OrderPage as Found } from '@okaeri/shared/order-lists';
import { api, codePage, shopPath, shopperPage } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount, formatMoney, formatTime } from '../lib/format.ts';
import { formatShopDay } from '../app/shop-days.ts';
import { request } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { Page } from '../ui/Page.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import { Steps } from '../ui/table/Steps.tsx';
import { StandingBadge } from './order-badge.tsx';
import { OrderLines } from './OrderLines.tsx';
import { orderSteps } from './order-steps.ts';
import './order.css';

/** One order: what it earned line by line, why not, and what became of it. */
export const OrderPage = (): JSX.Element => {
  const { params } = useRoute();
  const orderId = idOfSegment(params['orderId'] ?? '');
  const known = useMemo(
    () => createResource(() => request(api().orders[':orderId'].page.$get({ param: { orderId } }))),
    [orderId],
  );
  useEffect(() => void known.load(), [known]);
  const w = messages();
  const of = known.value.value;
  const fault = known.fault.value;
  const crumbs = [{ href: shopPath('/orders'), text: w.orders.title }];
  if (of === undefined)
    return (
      <Page title={w.order.title(orderId)} crumbs={crumbs}>
        {fault?.code === 'unknownOrder' ? (
          <Empty icon={ReceiptText} title={w.order.unknown}>
            <p>{w.order.unknownText}</p>
          </Empty>
        ) : fault ? (
          <Fault fault={fault} onRetry={() => void known.load()} />
        ) : (
          <Skeleton lines={8} />
        )}
      </Page>
    );
  const { deliveredAt, placedAt, channel } = of.state;
  return (
    <Page
      title={w.order.title(of.id)}
      crumbs={crumbs}
      badge={
        <>
          <StandingBadge of={of.standing} />
          {deliveredAt != null && (
            <span class="badge">{w.order.delivered(formatShopDay(deliveredAt))}</span>
          )}
        </>
      }
      text={[formatTime(placedAt), channel, w.order.updated(formatTime(of.state.updatedAt))]
        .filter(Boolean)
        .join(' · ')}
    >
      <Figures of={of} />
      <div class="beside">
        <section aria-label={w.order.lines}>
          <h2>{w.order.lines}</h2>
          <OrderLines of={of} />
          <Sums of={of} />
        </section>
        <aside class="stack">
          {of.shopper && (
            <a class="card plain" href={shopperPage(of.shopper)}>
              <strong>{of.shopper.name ?? of.shopper.email ?? of.shopper.id}</strong>
              {of.shopper.name !== null && <span class="quiet small">{of.shopper.email}</span>}
            </a>
          )}
          <section class="card" aria-label={w.order.happened}>
            <h2>{w.order.happened}</h2>
            <Steps of={orderSteps(of)} />
          </section>
        </aside>
      </div>
    </Page>
  );
};

function Figures({ of }: { of: Found }): JSX.Element {
  const w = messages().order;
  const { points } = of;
  const earned = sum(of.receipts.map(({ awarded }) => awarded));
  const taken = Math.max(0, earned - points.posted);
  const spent = sum(of.codes.map((code) => code.points));
  const figures = [
    { label: w.pointsNow, value: points.posted, text: pointsText(of) },
    { label: w.earned, value: earned, text: '' },
    {
      label: w.deducted,
      value: taken,
      text: points.forgiven > 0 ? w.forgiven(formatCount(points.forgiven)) : '',
    },
    { label: w.spent, value: spent, text: spent === 0 ? w.noCode : '' },
  ];
  return (
    <dl class="figures">
      {figures.map(({ label, value, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{formatCount(value)}</dd>
          {text !== '' && <dd class="note-line quiet small">{text}</dd>}
        </div>
      ))}
    </dl>
  );
}

function pointsText({ points }: Found): string {
  const w = messages().order;
  if (points.posted === 0) return w.pointsNone;
  if (points.pending === 0) return w.pointsAvailable;
  const count = formatCount(points.pending);
  return points.matureAt === null
    ? w.pointsWait(count)
    : w.pointsPending(count, formatShopDay(points.matureAt));
}

/** How it was calculated, and what the shop's system says it comes to. */
function Sums({ of }: { of: Found }): JSX.Element {
  const w = messages().order;
  const { currency } = of.state;
  const money = (minor: number): string => formatMoney(minor, currency);
  const differs = of.warnings.find(({ code }) => code === 'totalDiffers');
  const main = of.receipts.find(({ ruleId }) => ruleId !== null);
  return (
    <div class="stack small">
      {main !== undefined && <p class="quiet">{w.calculated(main.programVersion)}</p>}
      {differs !== undefined ? (
        <p class="note warn">
          {w.platformDiffers(
            money(differs.toldMinor ?? of.platformTotalMinor ?? 0),
            money(differs.readMinor ?? of.totalMinor),
          )}
        </p>
      ) : (
        of.platformTotalMinor !== null && (
          <p class="quiet">{w.platformAgrees(money(of.platformTotalMinor))}</p>
        )
      )}
      {of.codes.map(({ redemptionId, code }) => (
        <p key={redemptionId}>
          {w.code}: <a href={codePage(redemptionId)}>{code}</a>
        </p>
      ))}
    </div>
  );
}

function sum(of: readonly number[]): number {
  return of.reduce((all, one) => all + one, 0);
}
