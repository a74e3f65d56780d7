import { describe, expect, it } from 'vitest';
import { idOfSegment } from '@okaeri/shared/paths';
import { hardIds } from '@okaeri/shared/testing/hard-ids';
import type { MerchantApi } from '@okaeri/server/app';
import { ApiError } from './request.ts';
import { typedClient } from './typed-client.ts';

const asked: string[] = [];
const api = typedClient<MerchantApi>('https://okaeri.example/v1', {
  fetch: (address: string | URL | Request, init?: RequestInit) => {
    asked.push(`${init?.method ?? 'GET'} ${new Request(address).url}`);
    return Promise.resolve(new Response(null, { status: 204 }));
  },
});

/** What a server reads in the last request: its method, and the names in its path. */
const last = (): string[] => {
  const [method = '', address = ''] = (asked.at(-1) ?? '').split(' ');
  const names = new URL(address).pathname.split('/').slice(2);
  return [method, ...names.map((name) => idOfSegment(decodeURIComponent(name)))];
};

describe('the console’s client', () => {
  it.each(hardIds(200))('asks about %j and nobody else', async (id) => {
    await api.shoppers[':shopperId'].$delete({ param: { shopperId: id } });
    expect(last()).toEqual(['DELETE', 'shoppers', id]);
    const json = { points: 1, reason: 'Thanks' };
    await api.shoppers[':shopperId'].adjustments.$post({ param: { shopperId: id }, json });
    expect(last()).toEqual(['POST', 'shoppers', id, 'adjustments']);
    await api.referrals[':orderId'].approve.$post({ param: { orderId: id } });
    expect(last()).toEqual(['POST', 'referrals', id, 'approve']);
  });

  it('asks nothing where an id is empty', () => {
    const count = asked.length;
    const erase = () => api.shoppers[':shopperId'].$delete({ param: { shopperId: '' } });
    expect(erase).toThrow(ApiError);
    expect(asked).toHaveLength(count);
  });

  it('leaves queries and bodies as they are', async () => {
    await api.shoppers.$get({ query: { search: 'a#b/..' } });
    expect(asked.at(-1)).toBe('GET https://okaeri.example/v1/shoppers?search=a%23b%2F..');
  });
});
