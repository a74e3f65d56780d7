import { describe, expect, it } from 'vitest';
import { chooseOwner, type Colleague } from './owner-rules.ts';

const STAFF: Colleague[] = [
  { userId: 'late', role: 'manager', createdAt: 3 },
  { userId: 'reads', role: 'readOnly', createdAt: 1 },
  { userId: 'first', role: 'owner', createdAt: 2 },
];
const OF = { reason: 'help', ownerByReason: {} } as const;

describe('whose a case becomes', () => {
  it('is the person the shop named for its reason, while they may serve (E44)', () => {
    const named = { reason: 'help', ownerByReason: { help: 'late' } } as const;
    expect(chooseOwner(STAFF, new Map([['late', 9]]), named)).toBe('late');
    const mayNot = { reason: 'help', ownerByReason: { help: 'reads' } } as const;
    expect(chooseOwner(STAFF, new Map(), mayNot)).toBe('first');
  });

  it('is else whoever has fewest open cases, of several whoever joined first (E44)', () => {
    expect(chooseOwner(STAFF, new Map([['first', 1]]), OF)).toBe('late');
    expect(chooseOwner(STAFF, new Map(), OF)).toBe('first');
  });

  it('is nobody in a shop without people (E44)', () => {
    expect(chooseOwner([], new Map(), OF)).toBeNull();
  });
});
