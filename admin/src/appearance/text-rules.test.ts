import { describe, expect, it } from 'vitest';
import { findMessages, messagesOf, missingPlaces } from './text-rules.ts';

describe('every message of a language', () => {
  it('comes in the order in which shoppers meet them', () => {
    const texts = { review: { e: 'E' }, more: { d: 'D' }, order: {}, panel: { c: 'C', b: 'B' } };
    expect(messagesOf(texts).map(({ key, said }) => [key, said])).toEqual([
      ['c', 'C'],
      ['b', 'B'],
      ['d', 'D'],
      ['e', 'E'],
    ]);
  });

  it.each([
    ['a text', '{count} points', '{count} points'],
    ['forms with one for many', { one: 'a point', other: 'points' }, 'points'],
    ['forms without one for many', { few: 'body', many: 'bodov' }, 'body'],
    ['no form at all', {}, ''],
    ['an empty text', '', ''],
  ])('says of %s (%j) "%s"', (_what, said, shown) => {
    const texts = { panel: { points: said }, more: {}, order: {}, review: {} };
    expect(messagesOf(texts)).toEqual([{ key: 'points', said: shown }]);
  });

  it('is none where there are no texts', () => {
    expect(messagesOf({ panel: {}, more: {}, order: {}, review: {} })).toEqual([]);
  });
});

it.each([
  ['Hello', 'Hi', []],
  ['{points} points', '{points} stars', []],
  ['{points} points', 'stars', ['{points}']],
  ['{points} points', '{point} stars', ['{points}']],
  ['{points} points', '{Points} stars', ['{points}']],
  ['{a} of {b}, {a}', 'none', ['{a}', '{b}']],
  ['{a} of {b}, {a}', '{b}', ['{a}']],
  // What is no place may go.
  ['{} {1} {a b}', 'none', []],
  ['{points} points', '', ['{points}']],
])('of "%s", the text "%s" leaves out %j', (said, own, missing) => {
  expect(missingPlaces(said, own)).toEqual(missing);
});

describe('messages that are looked for', () => {
  const MESSAGES = [
    { key: 'home', said: 'Welcome' },
    { key: 'points', said: 'Your Points' },
    { key: 'empty', said: '' },
  ];
  const found = (wanted: string): string[] =>
    findMessages(MESSAGES, { home: 'Hello there', gone: 'points' }, wanted).map(({ key }) => key);

  it.each([
    ['', ['home', 'points', 'empty']],
    ['  ', ['home', 'points', 'empty']],
    ['HOME', ['home']],
    ['welc', ['home']],
    ['your p', ['points']],
    [' Hello ', ['home']],
    ['point', ['points']],
    ['em', ['empty']],
    ['nothing such', []],
  ])('by "%s" are %j: by their name, their words and the shop’s own', (wanted, keys) => {
    expect(found(wanted)).toEqual(keys);
  });
});
