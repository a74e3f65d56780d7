import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DELIVERY_HANDLERS } from '../../compose-areas.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { addToOutbox } from './add-row.ts';
import { ATTEMPTS_MAX } from './backoff-rules.ts';
import { deliverDue, type Delivery } from './deliver-due.ts';

const CODE = { kind: 'addressCode', shopperId: 's', sealedCode: 'x' } as const;
const PHOTO = {
  kind: 'importedPhoto',
  reviewId: 'r',
  url: 'https://x.example',
  position: 0,
} as const;
const SENT: Delivery = { kind: 'sent' };

describe.each(ENGINES)('what waits to leave, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store);
  });
  afterAll(() => test.dispose());

  const put = async (id: string, payload: typeof CODE | typeof PHOTO): Promise<void> => {
    const shop = await world.shop();
    const dueAt = world.clock.at;
    await world.deps.store.write((tx) => addToOutbox(world.deps, tx, { shop, id, payload, dueAt }));
  };
  const sendWith = (change: {
    [K in 'importedPhoto' | 'addressCode']?: () => Promise<Delivery>;
  }) => {
    const deliver = (): Promise<Delivery> => Promise.resolve(SENT);
    return deliverDue(world.deps, {
      ...DELIVERY_HANDLERS,
      importedPhoto: {
        ...DELIVERY_HANDLERS.importedPhoto,
        deliver: change.importedPhoto ?? deliver,
      },
      addressCode: { ...DELIVERY_HANDLERS.addressCode, deliver: change.addressCode ?? deliver },
    });
  };

  it('is not held up by what waits in another lane', async () => {
    await put('photo', PHOTO);
    await put('code', CODE);
    let letPhotoGo: (delivery: Delivery) => void = () => undefined;
    const slow = new Promise<Delivery>((resolve) => {
      letPhotoGo = resolve;
    });
    let code = (): void => undefined;
    const codeLeft = new Promise<void>((resolve) => {
      code = resolve;
    });
    const addressCode = (): Promise<Delivery> => {
      code();
      return Promise.resolve(SENT);
    };
    const round = sendWith({ importedPhoto: () => slow, addressCode });
    await codeLeft;
    letPhotoGo(SENT);
    expect(await round).toBe(2);
  });

  it('may be put off any number of times, and fails so many times and not once more', async () => {
    await put('late', CODE);
    const later = (): Promise<Delivery> =>
      Promise.resolve({ kind: 'later', at: world.clock.at + 1000 });
    for (let time = 0; time <= ATTEMPTS_MAX; time += 1) {
      expect(await sendWith({ addressCode: later })).toBe(1);
      world.clock.at += 1000;
    }
    let tries = 0;
    const broken = (): Promise<Delivery> => {
      tries += 1;
      return Promise.reject(new Error('nobody answers'));
    };
    for (let time = 0; time < ATTEMPTS_MAX * 2; time += 1) {
      await sendWith({ addressCode: broken });
      world.clock.at += 86_400_000;
    }
    expect(tries).toBe(ATTEMPTS_MAX);
  });
});
