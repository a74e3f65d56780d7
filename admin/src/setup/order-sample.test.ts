import { expect, it } from 'vitest';
import { orderState } from '@okaeri/shared/orders';
import { orderOf, orderSample } from './order-sample.ts';

it.each(['USD', 'JPY', 'KWD'])(
  'the sample of an order in %s is one that the server takes',
  (currency) => {
    expect(orderState.safeParse(orderOf(currency)).error).toBeUndefined();
    expect(orderSample('https://loyalty.example', currency)).toContain(
      'https://loyalty.example/v1/orders/1001',
    );
  },
);
