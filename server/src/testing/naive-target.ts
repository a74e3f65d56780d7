import type { OrderState } from '@okaeri/shared/orders';
import type { OrderRule } from '@okaeri/shared/earning';

/**
 * What an order should have earned, computed the slow and obvious way: the tests'
 * own reading of semantics 2 to 4, sharing no code with the product. Amounts in
 * tests are small enough for plain numbers.
 */
export const naiveTarget = (state: OrderState, rule: OrderRule): number => {
  if (state.cancelledAt != null || state.paymentStatus === 'voided') return 0;
  const rate = rule.points.per?.[state.currency];
  if (rate === undefined) return 0;
  const split = (whole: number, weights: number[]): number[] => {
    const total = weights.reduce((a, b) => a + b, 0);
    const parts = weights.map((weight) => (total === 0 ? 0 : Math.floor((whole * weight) / total)));
    const remainder = (i: number): number => (whole * (weights[i] ?? 0)) % total;
    const order = weights.map((_, i) => i).sort((i, j) => remainder(j) - remainder(i) || i - j);
    let left = total === 0 ? 0 : whole - parts.reduce((a, b) => a + b, 0);
    for (const i of order) if (left-- > 0) parts[i] = (parts[i] ?? 0) + 1;
    return parts;
  };
  const lines = [...state.lines].sort((a, b) => (a.id < b.id ? -1 : 1));
  const net = lines.map((l) => Math.max(0, l.priceMinor * l.quantity - l.discountMinor));
  const gross = lines.map((l, i) => (net[i] ?? 0) + (state.taxesIncluded ? 0 : l.taxMinor));
  const counted = lines.map((l, i) => {
    const without = (net[i] ?? 0) - (state.taxesIncluded ? l.taxMinor : 0);
    return Math.max(0, rule.includeTax ? (gross[i] ?? 0) : without);
  });
  const shipping = state.shippingMinor + (state.taxesIncluded ? 0 : state.shippingTaxMinor);
  gross.push(shipping);
  const shippingNet = state.shippingMinor - (state.taxesIncluded ? state.shippingTaxMinor : 0);
  counted.push(rule.includeShipping ? (rule.includeTax ? shipping : shippingNet) : 0);
  const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);

  const refunded = gross.map((money, i) =>
    Math.min(money, lines[i]?.refundedMinor ?? state.refundedShippingMinor),
  );
  const left = gross.map((money, i) => money - (refunded[i] ?? 0));
  const onLines = Math.min(state.refundedOtherMinor, sum(left.slice(0, -1)));
  const spread = split(onLines, left.slice(0, -1));
  spread.push(Math.min(state.refundedOtherMinor - onLines, left.at(-1) ?? 0));
  const back = refunded.map((money, i) => money + (spread[i] ?? 0));

  const voucher = Math.min(sum(state.voucherPayments.map((v) => v.amountMinor)), sum(gross));
  const everything = sum(back) > 0 && sum(back) >= sum(gross) - voucher;
  const basis =
    sum(gross) === 0 ? 0 : sum(counted) - Math.floor((sum(counted) * voucher) / sum(gross));
  let steps = 0;
  for (let rest = basis; rest >= rate.amountMinor; rest -= rate.amountMinor) steps += 1;
  const exact = rate.wholeSteps ? steps * rate.points : (basis * rate.points) / rate.amountMinor;
  const whole = { floor: Math.floor, ceil: Math.ceil, round: Math.round }[rule.rounding](exact);
  const shares = split(whole, split(basis, counted));
  return sum(
    shares.map((share, i) => {
      const money = gross[i] ?? 0;
      if (money === 0) return share;
      const gone = everything ? money : (back[i] ?? 0);
      return Math.ceil((share * (money - gone)) / money);
    }),
  );
};
