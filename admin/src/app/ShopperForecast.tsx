import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import type { ShopperForecast as Forecast } from '@okaeri/shared/figures';
import { isMissed } from '@okaeri/shared/forecast';
import { loadWords, messages } from '../i18n/messages.ts';
import { formatDayIn, formatMoney, formatShare } from '../lib/format.ts';
import { createFigure, takenOf } from './figure-model.ts';
import { api } from './session.ts';
import './shopper-forecast.css';

const WEEKS = 26;

/** What is to be expected of one shopper: ranges, never one number alone; nothing where nothing is known. */
export const ShopperForecast = (props: {
  of: { readonly kind: 'shoppers' | 'guests'; readonly shopperId: string };
}): JSX.Element | null => {
  const { kind, shopperId } = props.of;
  const figure = useMemo(
    () =>
      createFigure<Forecast>(async () => {
        await loadWords('insights');
        return api().insights.shoppers[':shopperId'].forecast.$get({
          param: { shopperId },
          query: { horizonWeeks: String(WEEKS) },
        });
      }),
    [shopperId],
  );
  // Of guests nothing is asked: they go by no id of the shop's.
  useEffect(() => (kind === 'shoppers' ? figure.watch() : undefined), [kind, figure]);
  const of = takenOf(figure.known.value.value);
  const w = messages().insights;
  // Too little is known of the shop, or of this shopper: there is nothing to say on their page.
  if (of === undefined || of.none === null || of.purchases === null || isMissed(of.backtest))
    return null;
  const { none, purchases, valueMinor, currency, asOf } = of;
  return (
    <section class="card shopper-forecast">
      <h2>{w.nextOrders}</h2>
      <p>
        {w.nextText({
          again: formatShare(1 - none),
          weeks: WEEKS,
          low: Math.floor(purchases.low),
          high: Math.ceil(purchases.high),
        })}
        {valueMinor !== null &&
          `${w.space}${w.nextValue(
            formatMoney(valueMinor.low, currency),
            formatMoney(valueMinor.high, currency),
          )}`}
      </p>
      <p class="quiet small">{w.nextMade(formatDayIn(`${asOf}T00:00:00Z`, 'UTC'))}</p>
    </section>
  );
};
