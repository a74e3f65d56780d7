import type { JSX } from 'preact';
import type { OrderPage, OrderPageLine } from '@okaeri/shared/order-lists';
import { language, messages } from '../i18n/messages.ts';
import { formatCount, formatMoney } from '../lib/format.ts';

/** The lines of an order: what was paid, what counts, the points, and why there are none. */
export const OrderLines = ({ of }: { of: OrderPage }): JSX.Element => {
  const w = messages().order;
  const { currency } = of.state;
  const money = (minor: number): string => formatMoney(minor, currency);
  const shown = of.lines.filter(({ lineId, grossMinor }) => lineId !== null || grossMinor > 0);
  const sum = (value: (line: OrderPageLine) => number): number =>
    shown.reduce((all, line) => all + value(line), 0);
  return (
    <div class="data-table plain lines">
      <table>
        <thead>
          <tr>
            <th scope="col">{w.item}</th>
            <th scope="col" class="number">
              {w.quantity}
            </th>
            <th scope="col" class="number">
              {w.paid}
            </th>
            <th scope="col" class="number">
              {w.counts}
            </th>
            <th scope="col" class="number">
              {w.linePoints}
            </th>
            <th scope="col">{w.why}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <Line key={line.lineId ?? ''} line={line} money={money} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td data-label={w.item}>{w.sum}</td>
            <td data-label={w.quantity} />
            <td class="number" data-label={w.paid}>
              {money(of.totalMinor)}
            </td>
            <td class="number" data-label={w.counts}>
              {money(sum(({ countedMinor }) => countedMinor))}
            </td>
            <td class="number" data-label={w.linePoints}>
              {formatCount(sum(({ points }) => points))}
            </td>
            <td data-label={w.why} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
};

function Line(props: { line: OrderPageLine; money: (minor: number) => string }): JSX.Element {
  const { line, money } = props;
  const w = messages().order;
  const { bought } = line;
  return (
    <tr>
      <td data-label={w.item}>
        <strong>{bought === null ? w.shipping : titleOf(bought)}</strong>
        {bought !== null && bought.product !== null && (
          <p class="quiet small">{bought.productId}</p>
        )}
        {line.refundedMinor > 0 && (
          <p class="late small">{w.lineRefunded(money(line.refundedMinor))}</p>
        )}
        {line.whyNone !== null && <p class="quiet small phone">{w.reasons[line.whyNone]}</p>}
      </td>
      <td class="number" data-label={w.quantity}>
        {bought && formatCount(bought.quantity)}
      </td>
      <td class="number" data-label={w.paid}>
        {money(line.grossMinor)}
      </td>
      <td class="number" data-label={w.counts}>
        {line.countedMinor === 0 ? <span class="quiet">–</span> : money(line.countedMinor)}
      </td>
      <td class="number" data-label={w.linePoints}>
        <strong>{formatCount(line.points)}</strong>
      </td>
      <td class="quiet small" data-label={w.why}>
        {line.whyNone !== null && w.reasons[line.whyNone]}
      </td>
    </tr>
  );
}

function titleOf({ product, productId }: NonNullable<OrderPageLine['bought']>): string {
  const title = product?.title ?? {};
  return title[language.value] ?? title['en'] ?? Object.values(title)[0] ?? productId;
}
