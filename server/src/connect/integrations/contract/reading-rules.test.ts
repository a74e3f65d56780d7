import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LIMITS } from '@okaeri/shared/limits';
import { UnreadableMessageError } from './platform-event-rules.ts';
import {
  codesOf,
  emailOf,
  instantOf,
  nameOf,
  readAs,
  readState,
  shortText,
  textOf,
} from './reading-rules.ts';

describe('reading a payload by its schema', () => {
  const schema = z.object({ lines: z.array(z.object({ id: z.string() })) });

  it('a payload that fits is given as the schema makes it, without what it does not name', () => {
    expect(readAs(schema, { lines: [{ id: 'a', more: 1 }] })).toEqual({ lines: [{ id: 'a' }] });
  });

  it('a payload that does not fit throws, and the error says where and what', () => {
    const read = (): unknown => readAs(schema, { lines: [{ id: 'a' }, { id: 1 }] });
    expect(read).toThrow(UnreadableMessageError);
    expect(read).toThrow(/^lines\.1\.id Invalid input: expected string, received number$/);
    expect(() => readAs(schema, null)).toThrow(/^ Invalid input: expected object/);
  });

  it('an order state with a field nobody knows is refused', () => {
    const state = {
      updatedAt: '2026-11-01T10:00:00Z',
      placedAt: '2026-11-01T10:00:00Z',
      currency: 'USD',
      paymentStatus: 'paid',
      lines: [],
    };
    expect(readState(state)).toMatchObject({ currency: 'USD', shippingMinor: 0 });
    expect(() => readState({ ...state, more: 1 })).toThrow(UnreadableMessageError);
  });
});

it.each([
  [null, null],
  [undefined, null],
  [0, '1970-01-01T00:00:00.000Z'],
  [Date.parse('2026-11-01T10:00:00Z'), '2026-11-01T10:00:00.000Z'],
])('the instant %s is written as %s', (at, text) => {
  expect(instantOf(at)).toBe(text);
});

it.each([
  [null, null, null],
  [undefined, null, null],
  ['', null, null],
  [' \t\n', null, null],
  ['0', '0', '0'],
  // As it came, or as it is shown.
  [' two  words ', ' two  words ', 'two words'],
])('of the text %j is kept %j as it came, and %j as one line', (text, asItCame, short) => {
  expect(textOf(text)).toBe(asItCame);
  expect(shortText(text)).toBe(short);
});

it('a text is cut after its longest length and not before', () => {
  const longest = 'x'.repeat(LIMITS.textLengthMax);
  expect(shortText(longest)).toBe(longest);
  expect(shortText(`${longest}y`)).toBe(longest);
});

it.each([
  [null, null],
  [undefined, null],
  ['', null],
  ['not an address', null],
  [' Ada@Shop.example ', 'Ada@Shop.example'],
])('the address %j is read as %j', (text, email) => {
  expect(emailOf(text)).toBe(email);
});

it.each([
  [{}, null],
  [{ first_name: null, last_name: '' }, null],
  [{ first_name: 'Ada', last_name: null }, 'Ada'],
  [{ first_name: '', last_name: 'Aalto' }, 'Aalto'],
  [{ first_name: 'Ada', last_name: 'Aalto' }, 'Ada Aalto'],
  [{ first_name: ' Ada ', last_name: ' Aalto' }, 'Ada Aalto'],
])('a person with the names %j is called %j', (person, name) => {
  expect(nameOf(person)).toBe(name);
});

describe('the codes of an order', () => {
  const codes = (all: readonly string[]): string[] => codesOf(all.map((code) => ({ code })));

  it('come trimmed, each once, in their order, and without empty ones', () => {
    expect(codes([])).toEqual([]);
    expect(codes(['', ' ', 'B', ' A', 'B ', 'b'])).toEqual(['B', 'A', 'b']);
  });

  it('are at most as many as an order may have, the first ones', () => {
    const most = Array.from({ length: LIMITS.voucherCodesMax }, (_, index) => `C${index}`);
    expect(codes(most)).toEqual(most);
    expect(codes([...most, 'ONE-MORE'])).toEqual(most);
    // A repeated code takes no place.
    expect(codes(['C0', ...most])).toEqual(most);
  });
});
