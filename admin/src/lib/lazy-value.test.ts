import { effect } from '@preact/signals';
import { expect, it } from 'vitest';
import { lazyValue } from './lazy-value.ts';

it('fetches a lazy value once, and tells whoever asked for it that it has come', async () => {
  let fetched = 0;
  const lazy = lazyValue(async () => (fetched += 1));
  const seen: (number | null)[] = [];
  const stop = effect(() => void seen.push(lazy.now()));
  await lazy.load();
  lazy.now();
  await lazy.load();
  stop();
  expect(seen).toEqual([null, 1]);
  expect(fetched).toBe(1);
});

it('fetches nothing before a lazy value is needed', () => {
  let fetched = 0;
  lazyValue(async () => (fetched += 1));
  expect(fetched).toBe(0);
});

it('says that a lazy value is lost where it cannot be fetched, and brings it at the next need', async () => {
  let isOffline = true;
  const lazy = lazyValue(async () => {
    if (isOffline) throw new Error('offline');
    return 'here';
  });
  await lazy.load();
  expect([lazy.now(), lazy.isLost.value]).toEqual([null, true]);
  await lazy.load();
  isOffline = false;
  await lazy.load();
  expect([lazy.now(), lazy.isLost.value]).toEqual(['here', false]);
});
