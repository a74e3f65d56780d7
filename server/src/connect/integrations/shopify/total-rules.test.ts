import { describe, expect, it } from 'vitest';
import { orderOf } from '../../../testing/shopify-payloads.ts';
import { purseOf } from './money-rules.ts';
import { orderPayload } from './payload-rules.ts';
import { totalOf } from './total-rules.ts';

const total = (extra: Record<string, unknown>, choice: 'shop' | 'presentment' = 'shop') => {
  const order = orderPayload.parse(orderOf([{ id: 1, price: '10.00' }], extra));
  return totalOf(order, purseOf(order, choice));
};

describe('the total Shopify gives for an order', () => {
  it('is nothing where it is missing, or given in another currency than counts', () => {
    expect(total({})).toBeNull();
    const shown = { presentment_currency: 'EUR', total_price: '10.00' };
    expect(total(shown, 'presentment')).toBeNull();
    expect(total(shown)).toMatchObject({ totalMinor: 1000 });
  });

  it('does not lose the order where it, or a part of it, is no amount', () => {
    expect(total({ total_price: 'ten' })).toBeNull();
    expect(total({ total_price: '-1.00' })).toBeNull();
    expect(total({ total_price: '10.00', total_tip_received: 'some' })).toBeNull();
  });

  it('has what is left only where that is given, and never less than nothing', () => {
    expect(total({ total_price: '10.00' })?.keptMinor).toBeNull();
    const kept = { total_price: '10.00', current_total_price: '4.50' };
    expect(total(kept)?.keptMinor).toBe(450);
    expect(total({ ...kept, current_total_price: '-1.00' })?.keptMinor).toBe(0);
  });
});
