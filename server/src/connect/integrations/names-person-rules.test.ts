import { expect, it } from 'vitest';
import { namesPerson } from './names-person-rules.ts';

const ADA = { externalIds: ['5', 'ada'], emails: ['ada@shop.example'] };

it.each([
  ['an order with their address', 'orders/create', { email: 'Ada@Shop.example' }, true],
  ['an address deep within', 'order.updated', { billing: { email: 'ada@shop.example' } }, true],
  ['an order of the customer', 'orders/create', { customer: { id: 5 } }, true],
  ['an order by the id of its customer', 'order.updated', { customer_id: 5 }, true],
  ['a customer of that id', 'customers/update', { id: 5 }, true],
  ['a merge of customers', 'customers/merge', { a: [{ customer: { id: '5' } }] }, true],
  ['an order with the same id', 'orders/create', { id: 5 }, false],
  ['a quantity of that number', 'orders/create', { line_items: [{ id: 1, quantity: 5 }] }, false],
  ['another customer', 'orders/create', { id: 1, customer: { id: 55 } }, false],
  ['nobody', 'orders/create', { customer: null, customer_id: 0 }, false],
])('a message about %s names the person, or does not', (_what, topic, body, isNamed) => {
  expect(namesPerson({ topic, body: JSON.stringify(body) }, ADA)).toBe(isNamed);
});

it('a message that is no JSON names a person by their address alone', () => {
  const topic = 'customers/update';
  expect(namesPerson({ topic, body: '{"id":5,"email":"ada@shop.exa' }, ADA)).toBe(false);
  expect(namesPerson({ topic, body: '{"id":5,"email":"ada@shop.example' }, ADA)).toBe(true);
});
