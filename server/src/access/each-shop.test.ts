import { expect, it } from 'vitest';
import { eachShop } from './each-shop.ts';

it('what fails for one shop is done for the others, and told at the end', async () => {
  const done: string[] = [];
  const round = eachShop(['a', 'b', 'c'], async (shop) => {
    await Promise.resolve();
    if (shop === 'b') throw new Error('b is broken');
    done.push(shop);
  });
  await expect(round).rejects.toThrow('b is broken');
  expect(done).toEqual(['a', 'c']);
});
