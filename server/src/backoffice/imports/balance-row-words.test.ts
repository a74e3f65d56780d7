import { describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { comes, LINE, LONGEST } from '../../testing/balance-rows.ts';

describe('what else is said of a member', () => {
  it.each([
    [{ first: 'Ada', last: 'Aalto' }, 'Ada Aalto'],
    [{ first: 'Ada', last: '' }, 'Ada'],
    [{ first: '', last: 'Aalto' }, 'Aalto'],
    [{ first: 'Ada', last: 'Aalto', name: 'A. Aalto' }, 'A. Aalto'],
    [{}, null],
  ])('names of %j are %s', (cells, name) => {
    expect(comes(cells).row.name).toBe(name);
  });

  it.each([
    ['name', 'name'],
    ['tier', 'tier'],
    ['reason', 'reason'],
  ] as const)('a %s is cut after 500 characters, and the line says so', (column, field) => {
    expect(comes({ [column]: LONGEST })).toMatchObject({ codes: [], row: { [field]: LONGEST } });
    const { row, remarks } = comes({ [column]: `${LONGEST}y` });
    expect(row[field]).toBe(LONGEST);
    const detail = `The ${column} has more than 500 characters; its beginning comes.`;
    expect(remarks).toEqual([{ line: LINE, code: 'textCut', detail }]);
  });

  it('a text of characters that nothing can carry is left out, and the line says so', () => {
    expect(comes({ tier: '\u0007 Gold' }).row.tier).toBe('Gold');
    const { row, remarks } = comes({ tier: '\u0007' });
    expect(row.tier).toBeNull();
    const detail = 'The tier says nothing.';
    expect(remarks).toEqual([{ line: LINE, code: 'textLeftOut', detail }]);
  });

  it.each([
    ['', null, null, []],
    [' 28/2 ', null, '02-28', []],
    ['3/4', 'dmy', '04-03', []],
    ['3/4', null, null, ['birthdayAmbiguous']],
    ['soon', null, null, ['birthdayLeftOut']],
  ] as const)('a birthday "%s" in the style %s is %s, with the remarks %j', (...row) => {
    const [birthday, birthdays, monthDay, codes] = row;
    expect(comes({ birthday }, { birthdays })).toMatchObject({
      codes,
      row: { birthday: monthDay },
    });
  });

  it('a birthday that is left out says why', () => {
    expect(comes({ birthday: 'soon' }).remarks[0]?.detail).toBe(
      '"soon" is no day. They come without it.',
    );
    expect(comes({ birthday: '3/4' }).remarks[0]?.detail).toBe(
      '"3/4" could be two days; say the order of day and month. They come without it.',
    );
  });

  it.each([
    ['code', 'referralCode', 'referral code'],
    ['by', 'referredBy', 'one who recommended them'],
  ] as const)('the %s has an id’s length at most, and else is left out', (...of) => {
    const [column, field, what] = of;
    const longest = 'x'.repeat(LIMITS.idLengthMax);
    expect(comes({ [column]: longest })).toMatchObject({ codes: [], row: { [field]: longest } });
    const { row, remarks } = comes({ [column]: `${longest}x` });
    expect(row[field]).toBeNull();
    expect(remarks).toHaveLength(1);
    expect(remarks[0]).toMatchObject({ line: LINE, code: 'textLeftOut' });
    expect(remarks[0]?.detail).toMatch(new RegExp(` cannot be a ${what}\\.$`));
  });

  it.each([
    ['gid://shopify/Customer/42', '42'],
    ["'42", '42'],
    ['a@shop.example', 'a@shop.example'],
    [' ', null],
  ])('who recommended them, "%s", is %s', (by, referredBy) => {
    expect(comes({ by })).toMatchObject({ codes: [], row: { referredBy } });
  });

  it.each([
    ['', []],
    [' , ;', []],
    ['a', ['a']],
    ['a,b;c , a', ['a', 'b', 'c', 'a']],
  ])('the tags "%s" are %j', (tags, list) => {
    expect(comes({ tags })).toMatchObject({ codes: [], row: { tags: list } });
  });

  it('tags are as many as there may be, the first ones, and the line says of more', () => {
    const most = Array.from({ length: LIMITS.tagsMax }, (_, index) => `t${index}`);
    expect(comes({ tags: most.join(',') })).toMatchObject({ codes: [], row: { tags: most } });
    const { row, remarks } = comes({ tags: [...most, 'more'].join(',') });
    expect(row.tags).toEqual(most);
    const detail = 'Of 101 tags the first 100 come.';
    expect(remarks).toEqual([{ line: LINE, code: 'textLeftOut', detail }]);
  });

  it('a tag that is too long or says nothing is remarked on by itself', () => {
    const { row, codes, remarks } = comes({ tags: `a,\u0007,${LONGEST}y` });
    expect(remarks[0]?.detail).toBe('The tag says nothing.');
    expect([row.tags, codes]).toEqual([
      ['a', LONGEST],
      ['textLeftOut', 'textCut'],
    ]);
  });
});
