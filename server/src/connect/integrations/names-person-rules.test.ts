import { expect, it } from 'vitest';
import { foldNames, namesIn, namesPerson } from './names-person-rules.ts';

const ADA = foldNames({
  externalIds: ['5', 'ada', '9007199254740993'],
  emails: ['ada@shop.example', 'jürgen@x.example', 'a/b@x.example'],
});

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
  ['an address that ends like theirs', 'orders/create', { email: 'mada@shop.example' }, false],
  ['an address that begins like theirs', 'a', { email: 'ada@shop.example.org' }, false],
  ['a note with their address', 'a', { note: 'Ask <ada@shop.example>, or Bea.' }, true],
  ['a note that begins with it', 'a', { note: 'ada@shop.example asked for Bea.' }, true],
  ['a note that ends with it', 'a', { note: 'Write to ada@shop.example.' }, true],
  ['a customer by a global id', 'a', { of: ['gid://shopify/Customer/5'] }, true],
  ['another customer by a global id', 'a', { of: ['gid://shopify/Customer/6'] }, false],
  ['an order by a global id', 'a', { of: 'gid://shopify/Order/5' }, false],
  ['nobody', 'orders/create', { customer: null, customer_id: 0 }, false],
])('a message about %s names the person, or does not', (_what, topic, body, isNamed) => {
  expect(namesPerson({ topic, body: JSON.stringify(body) }, ADA)).toBe(isNamed);
});

it.each([
  ['an address with an escaped letter', '{"email":"j\\u00fcrgen@x.example"}', true],
  ['an address with an escaped slash', '{"email":"a\\/b@x.example"}', true],
  ['an id beyond 2^53', '{"customer":{"id":9007199254740993}}', true],
  ['an id beyond 2^53 that differs in its last digit', '{"customer_id":9007199254740992}', false],
  ['an address in a message that is no JSON', '<a>ada@shop.example</a>', true],
  ['a longer address in one that is no JSON', '{"email":"mada@shop.example', false],
])('%s is read as it was written', (_what, body, isNamed) => {
  expect(namesPerson({ topic: 'orders/create', body }, ADA)).toBe(isNamed);
});

it('a message that is no JSON names a person by their address alone', () => {
  const topic = 'customers/update';
  expect(namesPerson({ topic, body: '{"id":5,"email":"ada@shop.exa' }, ADA)).toBe(false);
  expect(namesPerson({ topic, body: '{"id":5,"email":"ada@shop.example' }, ADA)).toBe(true);
});

it.each([
  ['its address deep within', 'order.updated', { billing: { email: 'a@x.example' } }, []],
  ['its customer', 'orders/create', { note: null, customer: { id: 5, email: 'a@x.example' } }, '5'],
  ['the id of its customer', 'order.updated', { customer_id: 7, email: 'a@x.example' }, '7'],
  ['a customer', 'customers/update', { id: 9, email: 'a@x.example' }, '9'],
])('a message names people by %s', (_, topic, body, id) => {
  expect(namesIn({ topic, body: JSON.stringify(body) })).toEqual({
    externalIds: [id].flat(),
    emails: ['a@x.example'],
  });
});

it('a message that names a crowd gives twenty of them', () => {
  const crowd = Array.from({ length: 21 }, (_, index) => ({
    customer_id: index,
    email: `a${index}@x.example`,
  }));
  const body = JSON.stringify(crowd);
  const { externalIds, emails } = namesIn({ topic: 'orders/create', body });
  expect([externalIds.length, emails.length]).toEqual([20, 20]);
});
