import assert from 'node:assert/strict';
import { test } from 'vitest';
import { tellTimesBy } from '../../lib/shop-clock.ts';
import { filterTyped } from './filter-rules.ts';

test('a day begins at the midnight of the shop', () => {
  tellTimesBy({ timeZone: () => 'Asia/Tokyo', now: () => Date.now() });
  assert.equal(filterTyped({ type: 'date' }, '2027-01-01'), '2026-12-31T15:00:00.000Z');
  tellTimesBy({ timeZone: () => undefined, now: () => Date.now() });
});

test('an amount is asked for in minor units, with or without the sign of its currency', () => {
  const field = { units: 100 };
  assert.equal(filterTyped(field, '15'), '1500');
  assert.equal(filterTyped(field, '$1,200.50'), '120050');
  assert.equal(filterTyped({ units: 1 }, '￥１，０００'), '1000');
});

test('what cannot be asked for says why', () => {
  const field = { units: 100 };
  assert.deepEqual(filterTyped(field, 'abc'), { code: 'notANumber' });
  assert.deepEqual(filterTyped(field, '0'), { code: 'tooSmall', values: { min: 0.01 } });
  assert.equal((filterTyped(field, '9'.repeat(20)) as { code: string }).code, 'tooLarge');
  assert.deepEqual(filterTyped({ type: 'date' }, 'soon'), { code: 'notADay' });
  assert.deepEqual(filterTyped({}, ' '), { code: 'missing' });
  assert.equal(filterTyped({}, ' vip '), 'vip');
});
