import { expect, it } from 'vitest';
import { toJson } from './to-json.ts';

it('writes what JSON.stringify does', () => {
  const value = {
    a: undefined,
    b: [undefined, 1, null, 'x"y', { c: [[]], d: {} }],
    e: true,
    'f"': 0.5,
  };
  expect(toJson(value)).toBe(JSON.stringify(value));
  expect(toJson(value, 2)).toBe(JSON.stringify(value, null, 2));
  expect(toJson('text')).toBe('"text"');
  expect(toJson(undefined)).toBeUndefined();
});

it('writes the same where every kind of value has a toJSON of its own', () => {
  const kinds: object[] = [Array.prototype, String.prototype, Number.prototype, Boolean.prototype];
  for (const kind of kinds)
    Object.defineProperty(kind, 'toJSON', { value: () => 'spoilt', configurable: true });
  try {
    const lines = [{ productId: 'mug', quantity: 2, tags: ['a'] }];
    expect(toJson({ lines, ok: true })).toBe(
      '{"lines":[{"productId":"mug","quantity":2,"tags":["a"]}],"ok":true}',
    );
  } finally {
    for (const kind of kinds) Reflect.deleteProperty(kind, 'toJSON');
  }
});
