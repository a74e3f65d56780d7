import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { faulty } from '@okaeri/shared/field-faults';
import { faultOf, strictest } from './field-fault-rules.ts';

describe('a fault of a field', () => {
  it.each<[string, z.ZodType, unknown, unknown]>([
    ['missing', z.object({ a: z.string() }), {}, { code: 'missing' }],
    ['an empty text', z.string().min(1), '', { code: 'empty' }],
    ['a text that is too short', z.string().min(3), 'ab', { code: 'tooShort', values: { min: 3 } }],
    ['a text that is too long', z.string().max(2), 'abc', { code: 'tooLong', values: { max: 2 } }],
    ['a number that is too small', z.int().min(1), 0, { code: 'tooSmall', values: { min: 1 } }],
    ['a number that is too large', z.int().max(5), 6, { code: 'tooLarge', values: { max: 5 } }],
    [
      'a list that is too short',
      z.array(z.int()).min(2),
      [1],
      { code: 'tooFew', values: { min: 2 } },
    ],
    [
      'a list that is too long',
      z.array(z.int()).max(0),
      [1],
      { code: 'tooMany', values: { max: 0 } },
    ],
    ['a text in place of a number', z.int(), 'many', { code: 'notANumber' }],
    ['a part of a whole', z.int(), 1.5, { code: 'notWhole' }],
    ['a number in place of a text', z.string(), 1, { code: 'notText' }],
    ['no address', z.url(), 'shop.example', { code: 'notAUrl' }],
    ['no address of mail', z.email(), 'dana', { code: 'notAnEmail' }],
    ['no time', z.iso.datetime(), 'soon', { code: 'notATime' }],
    ['another form', z.string().regex(/^a$/), 'b', { code: 'wrongForm' }],
    ['no choice', z.enum(['a']), 'b', { code: 'notAChoice' }],
    ['an unknown field', z.strictObject({}), { a: 1 }, { code: 'unknownField' }],
    [
      'what a check of our own says',
      z.string().refine(() => false, faulty('notATimeZone', 'must be a zone')),
      'x',
      { code: 'notATimeZone' },
    ],
    ['what a check without a code says', z.string().refine(() => false), 'x', { code: 'notValid' }],
  ])('is told by its code where it is %s', (_, schema, value, fault) => {
    const issue = schema.safeParse(value).error?.issues[0];
    expect(issue && faultOf(issue)).toEqual(fault);
  });
});

describe('several limits of one field', () => {
  const issuesOf = (schema: z.ZodType, value: unknown): unknown[] =>
    strictest(schema.safeParse(value).error?.issues ?? []).map((issue) => [
      issue.path.join('.'),
      faultOf(issue),
    ]);

  it('come to the strictest, whichever is checked first', () => {
    const tooLarge = [['', { code: 'tooLarge', values: { max: 5 } }]];
    expect(issuesOf(z.int().max(5), 1e20)).toEqual(tooLarge);
    expect(issuesOf(z.number().max(5).max(9), 10)).toEqual(tooLarge);
    expect(issuesOf(z.int().min(-5), -1e20)).toEqual([
      ['', { code: 'tooSmall', values: { min: -5 } }],
    ]);
  });

  it('stay beside those of other fields', () => {
    const schema = z.object({ a: z.int().max(5), b: z.int().max(7) });
    expect(issuesOf(schema, { a: 1e20, b: 1e20 })).toEqual([
      ['a', { code: 'tooLarge', values: { max: 5 } }],
      ['b', { code: 'tooLarge', values: { max: 7 } }],
    ]);
  });
});
