import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import type { OrderAnswer } from '@okaeri/shared/orders';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder, hours } from '../../testing/order-states.ts';
import { openWorld, testProgram, type World } from '../../testing/world.ts';

const { idLengthMax, tagsMax, textLengthMax, voucherCodesMax } = LIMITS;
const long = (length: number): string => 'x'.repeat(length);
const EMOJI = '\u{1F600}';
const many = (count: number): string[] => Array.from({ length: count }, (_, at) => `t${at}`);

const lineWith = (change: object): object => ({
  lines: [{ ...aLine('a', 4000), ...change }, aLine('b', 6000)],
});
const shopperWith = (change: object): object => ({ shopper: { id: 'ada', ...change } });

describe.each(ENGINES)('an optional field of an order on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let plain: OrderAnswer;
  const put = async (id: string, body: unknown): Promise<OrderAnswer & { status: number }> => {
    const answer = await world.merchant('PUT', `/v1/orders/${id}`, body);
    return { ...((await answer.json()) as OrderAnswer), status: answer.status };
  };
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, testProgram());
    plain = await put('plain', anOrder());
  });
  afterAll(() => test.dispose());

  it.each([
    ['emailLeftOut shopper.email', shopperWith({ email: 'mika' })],
    ['emailLeftOut shopper.email', shopperWith({ email: 'a@b.de\r\nBcc: c@d.de' })],
    ['emailLeftOut shopper.email', shopperWith({ email: `${long(300)}@a.de` })],
    ['emailLeftOut shopper.email', shopperWith({ email: false })],
    ['textLeftOut shopper.name', shopperWith({ name: 5 })],
    ['textCut shopper.name', shopperWith({ name: long(textLengthMax + 1) })],
    ['textCut lines[0].title', lineWith({ title: `${long(textLengthMax)}${EMOJI}` })],
    ['textLeftOut lines[0].title', lineWith({ title: { en: 'Tea' } })],
    ['textLeftOut lines[0].tags', lineWith({ tags: ['tea', 5, ''] })],
    ['textLeftOut lines[0].tags', lineWith({ tags: many(tagsMax + 1) })],
    ['textLeftOut lines[0].tags', lineWith({ tags: 'tea' })],
    ['textCut lines[0].tags[1]', lineWith({ tags: ['tea', long(textLengthMax + 1)] })],
    ['textCut channel', { channel: long(textLengthMax + 1) }],
    ['textLeftOut market', { market: 7 }],
    ['textCut origin.device', { origin: { device: long(textLengthMax + 1) } }],
    ['textLeftOut origin.phone', { origin: { phone: 49_301_234 } }],
    ['textCut origin.address', { origin: { address: long(textLengthMax + 1) } }],
    ['textCut origin.shippingAddress', { origin: { shippingAddress: long(textLengthMax + 1) } }],
    ['textLeftOut referralCode', { referralCode: long(idLengthMax + 1) }],
    ['textLeftOut referralCode', { referralCode: '\u0000' }],
    ['textLeftOut quoteId', { quoteId: long(textLengthMax + 1) }],
    ['textLeftOut voucherCodes', { voucherCodes: [long(idLengthMax + 1)] }],
    ['textLeftOut voucherCodes', { voucherCodes: [null] }],
  ])('that cannot be used keeps no order out: %s (%#)', async (said, change) => {
    const id = `${said} ${JSON.stringify(change).length}`;
    const body = { ...anOrder(), ...change };
    const answer = await put(id.slice(0, idLengthMax), body);
    expect(answer.status).toBe(201);
    expect(answer.points).toEqual(plain.points);
    expect(answer.shopperId).toBe('ada');
    expect(answer.warnings.map(({ code, path }) => `${code} ${path}`)).toEqual([said]);
    // The same again is the same state, and is said again.
    const again = await put(id.slice(0, idLengthMax), body);
    expect(again).toEqual({ ...answer, status: 200 });
    expect(again.stale).toBe(false);
  });

  it('has its most at its edge, in characters as people count', async () => {
    const tags = [EMOJI.repeat(textLengthMax), ...many(tagsMax - 1)];
    const edge = await put('edge', {
      ...anOrder(),
      ...lineWith({ title: EMOJI.repeat(textLengthMax), tags }),
      channel: long(textLengthMax),
      referralCode: long(idLengthMax),
      quoteId: long(textLengthMax),
      voucherCodes: many(voucherCodesMax),
    });
    const codes = new Set(edge.warnings.map(({ code }) => code));
    // The codes are of no reward and the quote is none; that is all there is to say.
    expect([...codes].filter((code) => code !== 'voucherUnknown')).toEqual(['quoteUnknown']);
    const over = await put('over', { ...anOrder(), voucherCodes: many(voucherCodesMax + 1) });
    expect(over.warnings.map(({ code }) => code)).toContain('textLeftOut');
  });

  it('is cut at the end of a character', async () => {
    const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}';
    const title = `${long(textLengthMax - 1)}${family}`;
    await put('cut', { ...anOrder(), ...lineWith({ title }) });
    const answer = await world.merchant('GET', '/v1/shoppers/ada/affairs');
    const text = await answer.text();
    expect(text).not.toMatch(/\\ud83d(?!\\)/i);
    expect(text.isWellFormed()).toBe(true);
  });

  it('that says there is no address is nothing to remark on', async () => {
    for (const [at, email] of ['', ' ', null].entries()) {
      const answer = await put(`none-${at}`, {
        ...anOrder(),
        ...shopperWith({ email }),
      });
      expect([answer.status, answer.warnings]).toEqual([201, []]);
    }
  });

  it('is nobody’s order, where the address is all that said whose it is', async () => {
    const answer = await put('nobody', { ...anOrder(), shopper: { email: 'mika@' } });
    expect(answer).toMatchObject({ status: 201, shopperId: null });
    expect(answer.warnings.map(({ code }) => code)).toEqual(['emailLeftOut']);
  });

  it.each(['taro..y@docomo.ne.jp', 'name.@docomo.ne.jp', 'info@müller.de', 'jörg@example.de'])(
    'takes %s, and knows whose it is when it is written otherwise',
    async (email) => {
      await put(`of ${email}`, { ...anOrder(), shopper: { email: ` ${email} ` } });
      const id = `owner-${email.length}`;
      const written = email.toUpperCase().replace('MÜLLER.DE', 'xn--mller-kva.de');
      const token = await world.token(id, { email: written, email_verified: true });
      const me = (await (await world.storefront('GET', '/me', { token })).json()) as {
        balance: { pending: number; available: number };
      };
      // With what joining gives.
      expect(me.balance.available + me.balance.pending).toBe(100 + plain.points.target);
    },
  );

  it('leaves amounts, ids and days of the order as strict as they were', async () => {
    for (const change of [
      { shippingMinor: '5' },
      shopperWith({ id: long(idLengthMax + 1) }),
      lineWith({ productId: long(idLengthMax + 1) }),
      { paidAt: 'yesterday' },
      { unknown: 1 },
    ])
      expect((await put('strict', { ...anOrder(), ...change, updatedAt: hours(1) })).status).toBe(
        400,
      );
  });
});

describe.each(ENGINES)('what a merchant sends of a shopper on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, testProgram());
  });
  afterAll(() => test.dispose());

  const KNOWN = {
    name: 'Bea',
    email: 'bea@example.com',
    birthday: '02-29',
    locale: 'en',
    tags: ['tea'],
  };
  const change = async (body: object) => {
    const answer = await world.merchant('PUT', '/v1/shoppers/bea', body);
    const report = (await answer.json()) as typeof KNOWN & {
      warnings: { code: string; path: string }[];
    };
    return { ...report, status: answer.status };
  };

  it.each([
    ['emailLeftOut email', { email: 'none' }],
    ['birthdayLeftOut birthday', { birthday: '02-30' }],
    ['birthdayLeftOut birthday', { birthday: '1990-02-28' }],
    ['textLeftOut locale', { locale: 'english please' }],
    ['textLeftOut name', { name: 5 }],
    ['textLeftOut tags', { tags: 'tea' }],
  ])('stays as it is known, and is said, where it cannot be used: %s (%#)', async (said, body) => {
    await change(KNOWN);
    const changed = await change({ ...body, newsletter: true });
    expect(changed.status).toBe(200);
    expect(changed).toMatchObject(KNOWN);
    expect(changed.warnings.map(({ code, path }) => `${code} ${path}`)).toEqual([said]);
  });

  it('is none where it is said to be none', async () => {
    await change(KNOWN);
    expect(await change({ email: '', name: null, birthday: '' })).toMatchObject({
      email: null,
      name: null,
      birthday: null,
      warnings: [],
    });
  });

  it('keeps no adjustment and no act out', async () => {
    await change(KNOWN);
    const note = long(textLengthMax + 1);
    const adjusted = await world.merchant(
      'POST',
      '/v1/shoppers/bea/adjustments',
      { points: 1, reason: 'r', note },
      { 'idempotency-key': 'k' },
    );
    expect(adjusted.status).toBe(201);
    expect(await adjusted.json()).toMatchObject({ warnings: [{ code: 'textCut', path: 'note' }] });
    const batch = await world.merchant('POST', '/v1/adjustments', {
      adjustments: [{ shopperId: 'bea', points: 1, reason: 'r', note }],
    });
    expect(await batch.json()).toMatchObject({
      done: 1,
      warnings: [{ code: 'textCut', path: 'adjustments[0].note' }],
    });
    const reported = await world.merchant('POST', '/v1/activities', {
      dedupeKey: 'd',
      kind: 'survey',
      shopper: { id: 'bea', email: 'none' },
    });
    expect(reported.status).toBe(201);
    expect(await reported.json()).toMatchObject({
      warnings: [{ code: 'emailLeftOut', path: 'shopper.email' }],
    });
  });

  it('is refused where shoppers themselves say it, by the field', async () => {
    const token = await world.token('cleo');
    for (const body of [{ birthday: '02-30' }, { name: long(textLengthMax + 1) }])
      expect((await world.storefront('PATCH', '/me', { token, body })).status).toBe(400);
  });
});
