import { describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { comes, faultOf as fault, LINE, READING } from '../../testing/balance-rows.ts';
import { readBalance, type BalanceReading } from './balance-row-rules.ts';

const HISTORY: Partial<BalanceReading> = { kind: 'history' };

describe('a line of a file of members', () => {
  it('with whose points they are and how many has nothing else', () => {
    expect(readBalance({ id: 'ada', points: '10' }, READING, LINE)).toEqual({
      row: {
        line: LINE,
        shopperId: 'ada',
        email: null,
        points: 10,
        lifetimePoints: null,
        at: null,
        name: null,
        reason: null,
        tier: null,
        birthday: null,
        referralCode: null,
        referredBy: null,
        tags: [],
        alike: 0,
      },
      remarks: [],
    });
  });

  it('has everything that it says', () => {
    const cells = {
      email: ' a@shop.example ',
      name: ' Ada Aalto ',
      lifetime: '1,200.00',
      tier: 'Gold',
      birthday: '02-29',
      code: 'ADA',
      by: 'grace',
      tags: 'tea, black ;vip',
      reason: 'moved',
    };
    expect(comes(cells)).toMatchObject({
      codes: [],
      row: {
        email: 'a@shop.example',
        name: 'Ada Aalto',
        points: 10,
        lifetimePoints: 1200,
        at: null,
        tier: 'Gold',
        birthday: '02-29',
        referralCode: 'ADA',
        referredBy: 'grace',
        tags: ['tea', 'black', 'vip'],
        reason: 'moved',
      },
    });
  });

  it('has as many tags as a member may have, and says how many more there were', () => {
    const tags = Array.from({ length: LIMITS.tagsMax }, (_, index) => `t${index}`);
    expect(comes({ tags: tags.join(',') })).toMatchObject({ codes: [], row: { tags } });
    const more = comes({ tags: [...tags, 'more'].join(',') });
    expect(more).toMatchObject({ codes: ['textLeftOut'], row: { tags } });
    expect(more.remarks[0]?.detail).toBe('Of 101 tags the first 100 come.');
  });

  it('is not read in columns that are nothing', () => {
    const columns = { shopperId: 'id', points: 'points' };
    const { row } = comes({ email: 'a@shop.example', tier: 'Gold' }, { columns });
    expect([row.email, row.tier]).toEqual([null, null]);
  });
});

describe('whose points they are', () => {
  it.each([
    ['ada', 'ada'],
    [' 42 ', '42'],
    ["'42", '42'],
    ['gid://shopify/Customer/42', '42'],
    ["''42", "'42"],
    ['gid://shopify/Order/42', 'gid://shopify/Order/42'],
  ])('by the id "%s" is %s', (id, shopperId) => {
    expect(comes({ id }).row.shopperId).toBe(shopperId);
  });

  it.each(['', ' ', "'", 'gid://shopify/Customer/'])(
    'is known by the address alone where the id is "%s"',
    (id) => {
      const { row, codes } = comes({ id, email: 'a@shop.example' });
      expect([row.shopperId, row.email, codes]).toEqual([null, 'a@shop.example', []]);
      expect(fault({ id })).toEqual({
        line: LINE,
        code: 'shopperMissing',
        detail: 'It says neither an id nor an address.',
      });
    },
  );

  it('is not known by an id that is too long, also beside an address', () => {
    const id = 'x'.repeat(LIMITS.idLengthMax);
    expect(comes({ id }).row.shopperId).toBe(id);
    const detail = 'The id is too long, or has characters no id may have.';
    expect(fault({ id: `${id}x`, email: 'a@shop.example' })).toEqual({
      line: LINE,
      code: 'shopperMissing',
      detail,
    });
    expect(fault({ id: 'a\u0000b' })?.code).toBe('shopperMissing');
  });

  it('is known by the id alone where the address is none, and refused without an id', () => {
    const { row, remarks } = comes({ email: 'at the desk' });
    expect([row.shopperId, row.email]).toEqual(['ada', null]);
    const detail = '"at the desk" is no address.';
    const left = { line: LINE, code: 'emailLeftOut', detail: `${detail} They come without it.` };
    expect(remarks).toEqual([left]);
    const wrong = { line: LINE, code: 'emailInvalid', detail };
    expect(fault({ id: '', email: 'at the desk' })).toEqual(wrong);
  });
});

describe('the points of a member', () => {
  it.each([
    ['', 0],
    ['0', 0],
    ['1', 1],
    [' 1200 ', 1200],
    ['1200.0', 1200],
    ['1200.00', 1200],
    ['1 200', 1200],
    ['1,200,300', 1_200_300],
    ['1000000000000', LIMITS.pointsMax],
  ])('"%s" are %i', (points, count) => {
    expect(comes({ points }).row.points).toBe(count);
  });

  it.each(['-1', '1.5', '1,5', 'many', '1e3', '1000000000001', '1234567890123456'])(
    '"%s" are refused',
    (points) => {
      const wrong = { code: 'pointsInvalid', detail: `"${points}" is no number of points.` };
      expect(fault({ points })).toEqual({ line: LINE, ...wrong });
    },
  );

  it('that could be two numbers are asked for, and read where the mark is known', () => {
    const detail =
      '"1,200" could be two numbers; say whether a point or a comma stands before decimals.';
    expect(fault({ points: '1,200' })).toEqual({ line: LINE, code: 'pointsAmbiguous', detail });
    expect(comes({ points: '1,200' }, { mark: 'point' }).row.points).toBe(1200);
    expect(fault({ points: '1,200' }, { mark: 'comma' })?.code).toBe('pointsInvalid');
  });
});

describe('what a member ever earned', () => {
  it.each([
    ['', null],
    ['10', 10],
    ['11', 11],
  ])('is "%s" beside 10 points: %s', (lifetime, count) => {
    const none = { points: '0', lifetime: '0' };
    expect(comes(none)).toMatchObject({ codes: [], row: { lifetimePoints: 0 } });
    expect(comes({ lifetime })).toMatchObject({ codes: [], row: { lifetimePoints: count } });
  });

  it.each([
    ['9', 'lifetimeLeftOut', '10 are left of 9. They come without it.'],
    ['-1', 'lifetimeLeftOut', '"-1" is no number of points. They come without.'],
    ['many', 'lifetimeLeftOut', '"many" is no number of points. They come without.'],
    [
      '1,200',
      'lifetimeAmbiguous',
      '"1,200" could be two numbers; say whether a point or a comma stands before decimals. They come without.',
    ],
  ])('is left out where it is "%s" beside 10 points, with %s', (lifetime, code, detail) => {
    const { row, remarks } = comes({ lifetime });
    expect([row.points, row.lifetimePoints]).toEqual([10, null]);
    expect(remarks).toEqual([{ line: LINE, code, detail }]);
  });
});

describe('a movement of a history', () => {
  it('has its day, and takes points as well as gives them', () => {
    const { row, codes } = comes({ date: '2026-11-01', points: '-10', lifetime: '5' }, HISTORY);
    expect([row.at, row.points, row.lifetimePoints]).toEqual([Date.parse('2026-11-01'), -10, null]);
    expect(codes).toEqual([]);
    const most = comes({ date: '2026-11-01', points: `-${LIMITS.pointsMax}` }, HISTORY);
    expect(most.row.points).toBe(-LIMITS.pointsMax);
    const beyond = fault({ date: '2026-11-01', points: `-${LIMITS.pointsMax + 1}` }, HISTORY);
    expect(beyond?.code).toBe('pointsInvalid');
  });

  it.each([
    ['', 'dateInvalid'],
    ['soon', 'dateInvalid'],
    ['03/04/2026', 'dateAmbiguous'],
    ['2026-11-24', 'dateInFuture'],
  ])('on "%s" is refused as %s', (date, code) => {
    const detail = `"${date}" is no day that can be told.`;
    expect(fault({ date }, HISTORY)).toEqual({ line: LINE, code, detail });
  });

  it('on a day that could be two is read where the order is known', () => {
    const on = (dates: 'dmy' | 'mdy') => comes({ date: '03/04/2026' }, { ...HISTORY, dates });
    expect(on('dmy').row.at).toBe(Date.parse('2026-04-03'));
    expect(on('mdy').row.at).toBe(Date.parse('2026-03-04'));
  });

  it('has no day where the file is one of balances', () => {
    expect(comes({ date: 'soon' })).toMatchObject({ codes: [], row: { at: null } });
  });
});
