import type { Forecast, ForecastReason } from '@okaeri/shared/forecast';
import { takeForecast } from '../../backoffice/insights/forecast/take-forecast.ts';
import { requireShop, withDeps } from './with-deps.ts';

/** From here on a forecast has missed too much to be shown without a word (E78). */
const MISSED_MAX = 0.25;
/** From here on how often people buy says something of how much (E77). */
const CORRELATION_MAX = 0.3;

const REASONS: Readonly<Record<ForecastReason, string>> = {
  tooFewRepeatBuyers: 'fewer than 200 shoppers have bought on more than one day',
  historyTooShort: 'there is less history than twice the usual time between purchases',
  onBound: 'the likeliest parameters lie on a bound, so none can be told',
};

interface Options {
  readonly shop: string;
  readonly asOf?: string;
  readonly horizonWeeks: number;
  readonly includeFreeOrders?: boolean;
  readonly json?: boolean;
}

/** Prints the forecast of a shop; what is to be known beside it goes to stderr. */
export const forecast = (options: Options): Promise<void> =>
  withDeps(async (deps) => {
    const shop = await requireShop(deps, options.shop);
    const { asOf, horizonWeeks, includeFreeOrders = false } = options;
    const day = asOf === undefined ? {} : { asOf };
    const taken = await takeForecast(deps, shop, { ...day, horizonWeeks, includeFreeOrders });
    if ('refused' in taken) throw new Error(taken.refused.detail);
    for (const remark of remarksOn(taken.ok)) console.error(remark);
    console.log(options.json ? JSON.stringify(documentOf(taken.ok)) : textOf(taken.ok));
  });

/** Exactly what the command line promises. */
function documentOf({
  asOf,
  unit,
  shoppers,
  repeatPurchases,
  bgNbd,
  gammaGamma,
  expected,
}: Forecast) {
  return { asOf, unit, shoppers, repeatPurchases, bgNbd, gammaGamma, expected };
}

function remarksOn(forecast: Forecast): string[] {
  const { reason, valueReason, gammaGamma, backtest, withoutRate, completeFrom, leftOut } =
    forecast;
  const correlation = gammaGamma?.correlation ?? 0;
  const error = backtest.error ?? 0;
  return [
    ...(reason === null ? [] : [`No forecast: ${REASONS[reason]}.`]),
    ...(valueReason === null ? [] : [`No value of a purchase: ${REASONS[valueReason]}.`]),
    ...(Math.abs(correlation) < CORRELATION_MAX
      ? []
      : [`How often and how much people buy go together (correlation ${correlation.toFixed(2)}).`]),
    ...(error <= MISSED_MAX
      ? []
      : [
          `Without the last ${backtest.weeks} weeks they were missed by ${(100 * error).toFixed(0)} %.`,
        ]),
    ...(withoutRate === 0 ? [] : [`${withoutRate} orders have no rate into the shop's currency.`]),
    ...(leftOut === 0
      ? []
      : [`${leftOut} shoppers who had bought before ${completeFrom} are left out.`]),
  ];
}

function textOf({ asOf, shoppers, repeatPurchases, expected, gammaGamma }: Forecast): string {
  const lines = [
    `As of ${asOf}: ${shoppers} shoppers, ${repeatPurchases} purchase days after their first.`,
  ];
  if (expected !== null) {
    const { weeks, total, low, high } = expected;
    const between =
      low === null || high === null ? '' : ` (${low.toFixed(0)} to ${high.toFixed(0)})`;
    lines.push(`Expected in ${weeks} weeks: ${total.toFixed(0)} purchase days${between}.`);
  }
  if (gammaGamma !== null) {
    const { p, q, v } = gammaGamma;
    lines.push(`A purchase day is worth ${((p * v) / (q - 1)).toFixed(2)} on average.`);
  }
  return lines.join('\n');
}
