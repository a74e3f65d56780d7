import { useEffect, useMemo } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';
import type { CaseDetail } from '@okaeri/shared/cases';
import { textFor } from '@okaeri/shared/text-for';
import { orderPage, shop, shopPath, shopperPage } from '../app/session.ts';
import { language, messages } from '../i18n/messages.ts';
import { formatCount, formatMoney } from '../lib/format.ts';
import { createAround, type Around } from './around-case.ts';

/** Who a case is about and what they are to the shop, which order, and what else is going on with them. */
export const CaseFacts = ({ of }: { of: CaseDetail }): JSX.Element => {
  const { id, shopperId, orderId } = of;
  const guestId = of.shopper?.guestId ?? null;
  const around = useMemo(
    () => createAround({ caseId: id, shopperId, guestId, orderId }),
    [id, shopperId, guestId, orderId],
  );
  useEffect(() => around.load(), [around]);
  const w = messages().cases;
  return (
    <dl class="case-facts">
      <Fact label={w.shopper}>
        <Who of={of} around={around} />
      </Fact>
      <Fact label={w.order}>
        <Order of={of} around={around} />
      </Fact>
      {of.shopper !== null && (
        <>
          <Fact label={w.spent}>
            {w.spentOf(
              formatMoney(of.shopper.spendMinor, shop.value?.currency ?? 'USD'),
              formatCount(of.shopper.orderCount),
              of.shopper.orderCount,
            )}
          </Fact>
          <Fact label={w.balance}>{w.balanceOf(formatCount(of.shopper.available))}</Fact>
        </>
      )}
      <Fact label={w.others}>
        <Others around={around} />
      </Fact>
      <Fact label={w.given}>{formatCount(of.pointsGiven)}</Fact>
    </dl>
  );
};

function Who({ of, around }: { of: CaseDetail; around: Around }): JSX.Element {
  const w = messages().cases;
  const name = of.shopperName ?? of.shopperId ?? w.guest;
  const tier = around.shopper.value.value?.tier;
  if (of.shopper === null) return <>{w.noShopper}</>;
  return (
    <>
      <a href={shopperPage({ id: of.shopperId, guestId: of.shopper.guestId })}>
        <bdi>{name}</bdi>
      </a>
      {tier && `, ${textFor(tier.name, language.value) ?? tier.id}`}
    </>
  );
}

/** Its number and what it came to; what was in it below. */
function Order({ of, around }: { of: CaseDetail; around: Around }): JSX.Element {
  const w = messages().cases;
  if (of.orderId === null) return <>{w.none}</>;
  const order = around.order.value.value;
  const titles = (order?.lines ?? []).flatMap(
    ({ bought }) => textFor(bought?.product?.title ?? {}, language.value) ?? [],
  );
  return (
    <>
      <a href={orderPage(of.orderId)}>{of.orderId}</a>
      {order !== undefined && `, ${formatMoney(order.totalMinor, order.state.currency)}`}
      {titles.length > 0 && (
        <span class="quiet small case-bought" dir="auto">
          {titles.join(', ')}
        </span>
      )}
    </>
  );
}

function Others({ around }: { around: Around }): JSX.Element {
  const w = messages().cases;
  const others = around.others.value.value;
  if (others === undefined) return <>…</>;
  if (others.length === 0) return <>{w.none}</>;
  return (
    <ul class="case-others">
      {others.map(({ id, title, state }) => (
        <li key={id}>
          <a href={shopPath(`/cases/${id}`)} dir="auto">
            {title ?? w.untitled}
          </a>{' '}
          <span class="quiet small">{w.states[state]}</span>
        </li>
      ))}
    </ul>
  );
}

function Fact({ label, children }: { label: string; children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
