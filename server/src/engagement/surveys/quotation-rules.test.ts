import { describe, expect, it } from 'vitest';
import { hasWords, isDeclined, isOpen, nameFor, namesOf, stillStands } from './quotation-rules.ts';

const WHY = { questionId: 'why', valueText: 'The box was huge. The mug is lovely.' };

describe('words that are quoted', () => {
  it.each([
    ['of the answer, in one piece', 'why', 'The mug is lovely.', true],
    ['of the whole answer', 'why', WHY.valueText, true],
    ['of another question', 'more', 'The mug is lovely.', false],
    ['with something left out', 'why', 'The box is lovely.', false],
    ['in other letters', 'why', 'the mug is lovely.', false],
    ['that are none', 'why', '', false],
  ])('%s: %s, %j, %s', (_case, questionId, text, stands) => {
    expect(hasWords([WHY], { questionId, text })).toBe(stands);
  });

  it('are none of an answer that was a number', () => {
    const score = { questionId: 'why', valueText: null };
    expect(hasWords([score], { questionId: 'why', text: '9' })).toBe(false);
  });
});

describe('a question that was asked', () => {
  it.each([
    ['asked', 9, true],
    ['given', 9, true],
    ['given', 10, false],
    ['asked', 10, false],
    ['refused', 9, false],
    ['withdrawn', 9, false],
    ['gone', 9, false],
  ] as const)('%s is open at %i of 10: %s', (state, now, open) => {
    expect(isOpen({ state, endsAt: 10 }, now)).toBe(open);
  });

  it('is not asked anew while it stands, and other words are another question', () => {
    const known = { state: 'given', endsAt: 10, questionId: 'why', text: 'lovely' } as const;
    const asked = { questionId: 'why', text: 'lovely' };
    expect(stillStands(known, asked, 9)).toBe(true);
    expect(stillStands(known, asked, 10)).toBe(false);
    expect(stillStands(known, { ...asked, text: 'huge' }, 9)).toBe(false);
    expect(stillStands(known, { ...asked, questionId: 'more' }, 9)).toBe(false);
    expect(stillStands({ ...known, state: 'gone' }, asked, 9)).toBe(false);
  });

  it.each([
    ['asked', false],
    ['given', false],
    ['refused', true],
    ['withdrawn', true],
    ['gone', false],
  ] as const)('%s was declined: %s', (state, declined) => {
    expect(isDeclined({ state })).toBe(declined);
  });
});

describe('the names one may be quoted under', () => {
  it.each([
    ['Mika Tanaka', { firstName: 'Mika', initials: 'M. T.' }],
    ['  anna maria schmidt ', { firstName: 'anna', initials: 'A. S.' }],
    ['Mika', { firstName: 'Mika', initials: 'M.' }],
    ['田中 美香', { firstName: '美香' }],
    ['田中　美香', { firstName: '美香' }],
    ['김 민지', { firstName: '민지' }],
    ['田中美香', {}],
    ['👩‍🚀 Ada', { firstName: '👩‍🚀', initials: '👩‍🚀. A.' }],
    ['', {}],
    [null, {}],
  ])('of %j are %j', (name, names) => {
    expect(namesOf(name)).toEqual(names);
  });

  it('are none where none is wanted, or there is none of that kind', () => {
    expect(nameFor('none', 'Mika Tanaka')).toBeNull();
    expect(nameFor('firstName', 'Mika Tanaka')).toBe('Mika');
    expect(nameFor('initials', '田中 美香')).toBeNull();
  });
});
