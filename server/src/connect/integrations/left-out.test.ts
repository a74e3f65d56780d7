import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainProgram } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { platformActsOf } from '../../testing/platform-acts.ts';
import { orderOf } from '../../testing/shopify-payloads.ts';
import { openWorld } from '../../testing/world.ts';

const LINES = [{ id: 1, price: '10.00' }];
const LONG = 'x'.repeat(499);

describe.each(ENGINES)('an order of a platform on $engine', ({ openTestStore }) => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(async () => test.dispose());

  const attribute = (value: string) => ({
    note_attributes: [{ name: 'okaeri_referral', value }],
  });

  it.each<readonly [what: string, extra: Record<string, unknown>, path: string | null]>([
    ['nothing unusual', {}, null],
    ['an address that is none', { customer: { id: 42, email: 'nobody' } }, 'shopper.email'],
    ['an address that is empty', { customer: { id: 42, email: '' } }, null],
    ['an address of docomo', { customer: { id: 42, email: 'taro..y@docomo.ne.jp' } }, null],
    ['a code of a friend that is too long', attribute('c'.repeat(256)), 'referralCode'],
    ['a title cut at an emoji', { line_items: [titled(`${LONG}😀😀`)] }, 'lines[0].title'],
  ])('with %s comes, and its message says what was left out', async (_, extra, path) => {
    const world = await openWorld(test.store, plainProgram());
    const acts = platformActsOf(world);
    await acts.connect({ clientId: null });
    await acts.tell(
      'orders/updated',
      orderOf(LINES, { customer: { id: 42 }, email: null, ...extra }),
    );
    expect(await acts.order('1001')).toMatchObject({ shopperId: '42', points: { target: 10 } });
    const [message] = await acts.messages('done');
    if (path === null) expect(message?.note).toBeNull();
    else expect(message?.note).toContain(`${path}: `);
  });
});

function titled(title: string): Record<string, unknown> {
  const [line] = orderOf(LINES)['line_items'] as Record<string, unknown>[];
  return { ...line, title };
}
