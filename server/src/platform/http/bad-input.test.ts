import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { shopInput } from '@okaeri/shared/access';
import { createShop } from '../../backoffice/setup/create-shop.ts';
import { verifyLedger } from '../../loyalty/ledger/verify-ledger.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder } from '../../testing/order-states.ts';
import { openWorld, testProgram, type World } from '../../testing/world.ts';

interface ProblemBody {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly { path: string; message: string }[];
}

const problemOf = async (answer: Response): Promise<ProblemBody> => {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const problem = (await answer.json()) as ProblemBody;
  expect(problem.status).toBe(answer.status);
  return problem;
};

describe.each(ENGINES)('bad input on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, testProgram());
  });
  afterAll(() => test.dispose());

  const put = async (body: unknown, id = 'bad'): Promise<ProblemBody> =>
    problemOf(await world.merchant('PUT', `/v1/orders/${id}`, body));

  it.each([
    ['a number as text', { ...anOrder(), shippingMinor: '500' }, 'shippingMinor'],
    ['an unknown field', { ...anOrder(), shiping: 1 }, ''],
    [
      'an unknown field of a line',
      { ...anOrder(), lines: [{ ...aLine('a', 1), prize: 1 }] },
      'lines[0]',
    ],
    ['a negative price', { ...anOrder(), lines: [aLine('a', -1)] }, 'lines[0].priceMinor'],
    ['a fraction of a cent', { ...anOrder(), lines: [aLine('a', 1.5)] }, 'lines[0].priceMinor'],
    [
      'money beyond the limit',
      { ...anOrder(), shippingMinor: LIMITS.moneyMinorMax + 1 },
      'shippingMinor',
    ],
    ['money beyond 2^53', { ...anOrder(), shippingMinor: 2 ** 53 }, 'shippingMinor'],
    ['control characters', { ...anOrder(), lines: [aLine('a\u0000', 1)] }, 'lines[0].id'],
    ['a lone surrogate', { ...anOrder(), lines: [aLine('a\ud800', 1)] }, 'lines[0].id'],
    ['a time without a zone', { ...anOrder(), updatedAt: '2026-11-22T09:30:00' }, 'updatedAt'],
    ['no lines at all', { ...anOrder(), lines: undefined }, 'lines'],
    ['two lines of one id', { ...anOrder(), lines: [aLine('a', 1), aLine('a', 2)] }, 'lines'],
    ['a currency in small letters', { ...anOrder(), currency: 'usd' }, 'currency'],
    ['an id that is too long', { ...anOrder(), shopper: { id: 'x'.repeat(256) } }, 'shopper.id'],
    ['a list in place of an order', [anOrder()], ''],
    ['null in place of an order', null, ''],
  ])('names the fault in %s', async (_name, body, path) => {
    const problem = await put(body);
    expect(problem).toMatchObject({ status: 400, code: 'invalidRequest' });
    expect(problem.errors?.map((error) => error.path)).toContain(path);
  });

  it('refuses what is not JSON, and what is too large, also when its length is not announced', async () => {
    expect(await put('{"updatedAt":')).toMatchObject({ status: 400, code: 'malformedJson' });
    const large = JSON.stringify({ ...anOrder(), padding: 'x'.repeat(2_000_000) });
    expect(await put(large)).toMatchObject({ status: 413, code: 'bodyTooLarge' });
    const answer = await world.request('/v1/orders/bad', {
      method: 'PUT',
      headers: { authorization: `Bearer ${world.keys.secretKey}` },
      body: new Blob([large]).stream(),
      duplex: 'half',
    });
    expect(await problemOf(answer)).toMatchObject({ status: 413, code: 'bodyTooLarge' });
  });

  it('takes every limit at its edge and refuses one more', async () => {
    const edge = 'x'.repeat(LIMITS.idLengthMax);
    const path = `/v1/orders/${edge}`;
    const money = anOrder({ lines: [aLine(edge, LIMITS.moneyMinorMax, { productId: edge })] });
    expect((await world.merchant('PUT', path, money)).status).toBe(201);
    const many = Array.from({ length: LIMITS.orderLinesMax + 1 }, (_, i) => aLine(String(i), 1));
    const full = anOrder({ lines: many.slice(1) });
    expect((await world.merchant('PUT', '/v1/orders/full', full)).status).toBe(201);
    expect(await put(anOrder({ lines: many }))).toMatchObject({ code: 'invalidRequest' });
    expect(await put(anOrder(), `${edge}x`)).toMatchObject({ code: 'invalidRequest' });
    const ten = { ...anOrder(), lines: Array.from({ length: 101 }, (_, i) => aLine(String(i), 1)) };
    const quote = {
      currency: 'USD',
      lines: ten.lines.map(({ productId }) => ({ productId, quantity: 1, priceMinor: 1 })),
    };
    const answer = await world.storefront('POST', '/quote', { body: quote });
    expect(await problemOf(answer)).toMatchObject({ code: 'invalidRequest' });
  });

  it('refuses points that cannot be counted, and keeps nothing of the order', async () => {
    const state = anOrder({
      lines: [aLine('a', LIMITS.moneyMinorMax, { quantity: LIMITS.quantityMax })],
    });
    expect(await put(state, 'huge')).toMatchObject({ status: 400, code: 'pointsOutOfRange' });
    const answer = await world.merchant('GET', '/v1/orders/huge');
    expect(await problemOf(answer)).toMatchObject({ code: 'unknownOrder' });
  });

  it('refuses an order in another currency than before', async () => {
    await world.merchant('PUT', '/v1/orders/fixed', anOrder());
    const changed = anOrder({ currency: 'EUR', updatedAt: '2026-12-01T00:00:00Z' });
    expect(await put(changed, 'fixed')).toMatchObject({ status: 422, code: 'currencyChanged' });
  });

  it.each([
    ['no key', {}, 'missingCredentials'],
    ['a key of nobody', { authorization: 'Bearer okr_sk_nobody' }, 'invalidKey'],
    ['another scheme', { authorization: 'Basic b2s6b2s=' }, 'invalidKey'],
  ])('refuses a merchant with %s', async (_name, headers, code) => {
    const answer = await world.request('/v1/orders/1', { headers });
    expect(await problemOf(answer)).toMatchObject({ status: 401, code });
  });

  const me = async (token: string): Promise<ProblemBody> =>
    problemOf(await world.storefront('GET', '/me', { token }));

  it('refuses tokens that are missing, expired, too long-lived, malformed or of the future', async () => {
    const now = Math.floor(world.clock.at / 1000);
    expect(await problemOf(await world.storefront('GET', '/me', {}))).toMatchObject({
      status: 401,
      code: 'missingCredentials',
    });
    expect(await me('not a token')).toMatchObject({ status: 401, code: 'invalidToken' });
    const expired = await world.token('eve', { iat: now - 700, exp: now - 61 });
    expect(await me(expired)).toMatchObject({ status: 401, code: 'expiredToken' });
    const endless = await world.token('eve', { exp: now + 3601 });
    expect(await me(endless)).toMatchObject({ code: 'invalidToken' });
    const future = await world.token('eve', { iat: now + 61, exp: now + 120 });
    expect(await me(future)).toMatchObject({ code: 'invalidToken' });
    const nobody = await world.token('', {});
    expect(await me(nobody)).toMatchObject({ code: 'invalidToken' });
  });

  it('names the claim that is wrong, and lets in a token that has only unusable optional ones', async () => {
    for (const [claim, change] of [
      ['sub', { sub: 'a\uFFFF' }],
      ['exp', { exp: 'tomorrow' }],
      ['view_only', { view_only: 'yes' }],
    ] as const) {
      const problem = await me(await world.token('eve', change));
      expect(problem).toMatchObject({ status: 401, code: 'invalidToken' });
      expect(problem.detail).toContain(claim);
    }
    const blank = { name: '', locale: 'english', email: 'none', email_verified: 'true' };
    const token = await world.token('blank', blank);
    const headers = { origin: world.origin };
    const answer = await world.storefront('GET', '/me', { token, headers });
    expect(answer.status).toBe(200);
    const ignoredClaims = ['email', 'email_verified', 'name', 'locale'];
    expect(answer.headers.get('okaeri-ignored-claims')).toBe(ignoredClaims.join(', '));
    expect(answer.headers.get('access-control-expose-headers')).toContain('Okaeri-Ignored-Claims');
    expect(await answer.json()).toMatchObject({ ignoredClaims, shopper: { name: null } });
    const plain = await world.token('plain', { name: 'Mika\n', locale: 'en_US' });
    const fine = await world.storefront('GET', '/me', { token: plain });
    expect(fine.headers.get('okaeri-ignored-claims')).toBeNull();
    const seen = (await fine.json()) as Record<string, unknown>;
    expect(seen).toMatchObject({ shopper: { name: 'Mika', locale: 'en-US' } });
    expect('ignoredClaims' in seen).toBe(false);
  });

  it('allows clocks to differ by a minute, and no more', async () => {
    const now = Math.floor(world.clock.at / 1000);
    const late = await world.token('early-bird', { iat: now - 600, exp: now - 59 });
    expect((await world.storefront('GET', '/me', { token: late })).status).toBe(200);
  });

  it('refuses a token of another shop, of another secret, and of another algorithm', async () => {
    const other = await createShop(world.deps, shopInput.parse({ name: 'Other' }));
    const now = Math.floor(world.clock.at / 1000);
    const claims = { sub: 'eve', iat: now, exp: now + 60 };
    const sign = (secret: string, aud: string, alg: string): Promise<string> =>
      new SignJWT({ ...claims, aud })
        .setProtectedHeader({ alg })
        .sign(new TextEncoder().encode(secret));
    const { publicKey, identitySecret } = world.keys;
    expect(await me(await sign(other.identitySecret, publicKey, 'HS256'))).toMatchObject({
      code: 'invalidToken',
    });
    expect(await me(await sign(identitySecret, other.publicKey, 'HS256'))).toMatchObject({
      code: 'invalidToken',
    });
    expect(await me(await sign(identitySecret.repeat(2), publicKey, 'HS512'))).toMatchObject({
      code: 'invalidToken',
    });
    const [, payload] = (await sign(identitySecret, publicKey, 'HS256')).split('.');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.x`;
    expect(await me(none)).toMatchObject({ code: 'invalidToken' });
  });

  it('knows no shop of an unknown key, and answers only to the origins of a known one', async () => {
    const unknown = await world.request('/storefront/v1/okr_pk_nobody/program');
    expect(await problemOf(unknown)).toMatchObject({ status: 404, code: 'unknownShop' });
    for (const origin of [
      'https://evil.example',
      'null',
      `${world.origin}.evil.example`,
      'http://shop.example',
    ]) {
      const answer = await world.storefront('GET', '/program', { headers: { origin } });
      expect(await problemOf(answer)).toMatchObject({ status: 403, code: 'originNotAllowed' });
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
    const allowed = await world.storefront('GET', '/program', {
      headers: { origin: world.origin },
    });
    expect(allowed.headers.get('access-control-allow-origin')).toBe(world.origin);
    expect(allowed.headers.get('vary')).toContain('Origin');
    const preflight = await world.storefront('OPTIONS', '/me', {
      headers: { origin: world.origin },
    });
    expect(preflight.status).toBe(204);
  });

  it('refuses a redemption without a usable key, of an unknown reward, or with unknown fields', async () => {
    const token = await world.token('ada');
    const redeem = async (body: unknown, key?: string): Promise<ProblemBody> =>
      problemOf(
        await world.storefront('POST', '/redemptions', {
          token,
          body,
          headers: key === undefined ? {} : { 'idempotency-key': key },
        }),
      );
    expect(await redeem({ rewardId: 'off5' })).toMatchObject({
      status: 400,
      code: 'idempotencyKeyMissing',
    });
    expect(await redeem({ rewardId: 'off5' }, 'x'.repeat(256))).toMatchObject({
      code: 'invalidRequest',
    });
    expect(await redeem({ rewardId: 'nothing' }, 'k1')).toMatchObject({
      status: 404,
      code: 'unknownReward',
    });
    expect(await redeem({ rewardId: 'off5', points: 2 ** 60 }, 'k2')).toMatchObject({
      code: 'invalidRequest',
    });
    expect(await redeem({ rewardId: 'off5', gift: true }, 'k3')).toMatchObject({
      code: 'invalidRequest',
    });
  });

  it('leaves the ledger as it was', async () => {
    expect((await verifyLedger(world.deps)).differences).toEqual([]);
    const answer = await world.merchant('GET', '/v1/orders/bad');
    expect(await problemOf(answer)).toMatchObject({ code: 'unknownOrder' });
  });
});
