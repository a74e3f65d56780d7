import { describe, expect, it } from 'vitest';
import { caseOfAddress, replyAddress } from './case-token-rules.ts';

const KEY = Buffer.alloc(32, 7);
const of = { shopId: 'shop', caseId: 'cs_01JD4Z7Q8W9X0YABCDEFGHJKMN' };
const address = replyAddress(KEY, 'care@shop.example', of);

describe('the address that answers to a case go to', () => {
  it('leads to the case, whatever a mail server makes of its letters, and stands in 64 letters before the @', () => {
    expect(address).toMatch(/^care\+[0-9a-z]{26}-[0-9a-f]{16}@shop\.example$/);
    expect(caseOfAddress(KEY, address, 'shop')).toBe(of.caseId);
    expect(caseOfAddress(KEY, `Shop <${address.toUpperCase()}>`, 'shop')).toBe(of.caseId);
  });

  it.each([
    ['another shop', address, 'other', KEY],
    ['another key', address, 'shop', Buffer.alloc(32, 8)],
    ['a changed token', address.replace(/.@/, (end) => (end === '0@' ? '1@' : '0@')), 'shop', KEY],
    ['another case', address.replace('+01jd', '+01je'), 'shop', KEY],
    ['no token', 'care@shop.example', 'shop', KEY],
  ])('leads nowhere with %s', (_, to, shopId, key) => {
    expect(caseOfAddress(key, to, shopId)).toBeUndefined();
  });

  it.each([
    [19, true],
    [20, true],
    [21, false],
  ])('of a name of %i letters has room for a token: %s', (length, hasRoom) => {
    const plain = `${'a'.repeat(length)}@shop.example`;
    expect(replyAddress(KEY, plain, of) !== plain).toBe(hasRoom);
  });
});
