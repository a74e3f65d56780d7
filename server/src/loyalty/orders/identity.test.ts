import { describe, expect, it } from 'vitest';
import { anOrder } from '../../testing/order-states.ts';
import { identityOf } from './identity.ts';

const ada = { id: 'ada', email: 'ada@example.com', name: 'Ada' };

describe('who an order says has bought', () => {
  it('is the id with address and name, and the id alone where something newer is known of them', () => {
    const state = anOrder({ shopper: ada });
    const who = { externalId: 'ada', email: 'ada@example.com', name: 'Ada', locale: null };
    expect(identityOf({ state })).toEqual(who);
    const bare = { ...who, email: null, name: null };
    expect(identityOf({ state, isOldName: true })).toEqual(bare);
  });

  it('is the address of a guest, whatever is known', () => {
    const state = anOrder({ shopper: { email: 'ada@example.com', name: 'Ada' } });
    expect(identityOf({ state, isOldName: true })).toMatchObject({ email: 'ada@example.com' });
  });

  it('is nobody where nobody is named', () => {
    const nobody = { externalId: null, email: null, name: null, locale: null };
    expect(identityOf({ state: anOrder({ shopper: null }) })).toEqual(nobody);
  });
});
