import { describe, expect, it } from 'vitest';
import { balanceColumnsOf, balanceFormatOf, BALANCE_SOURCES } from './balance-column-rules.ts';

type Said = Parameters<typeof balanceColumnsOf>[1];

const columnsOf = (headers: readonly string[], said: Partial<Said> = {}) =>
  balanceColumnsOf(headers, { columns: {}, kind: 'balances', ...said });

describe('whose file of members it is, by its columns', () => {
  it.each([
    [['ポイント残高'], 'easyPoints'],
    [['顧客ID', 'ポイント'], 'easyPoints'],
    [['Merchant ID', 'Points approved'], 'loyaltyLion'],
    [['merchant_id', 'points'], 'csv'],
    [['Points Balance', 'Date of Birth'], 'smile'],
    [['Points Balance', 'VIP Tier'], 'smile'],
    [['Points Balance', 'VIP Tier Name'], 'yotpo'],
    [['points_balance', 'points_earned'], 'yotpo'],
    [['Points Balance'], 'csv'],
    [['Points', 'Loyalty Tier'], 'rivo'],
    [['POINTS', 'Loyalty-Status'], 'rivo'],
    [['Points', 'Tier'], 'csv'],
    [[], 'csv'],
    // Of two that fit, the one that is named first.
    [['Points Balance', 'Date of Birth', 'VIP Tier Name'], 'smile'],
  ])('%j is of %s', (headers, format) => {
    expect(balanceFormatOf(headers)).toBe(format);
  });

  it('is recognised by a name for each', () => {
    expect(BALANCE_SOURCES).toEqual({
      smile: 'Smile',
      loyaltyLion: 'LoyaltyLion',
      yotpo: 'Yotpo',
      rivo: 'Rivo',
      easyPoints: 'easyPoints',
      csv: 'a file',
    });
  });
});

describe('a column of a file of members', () => {
  it.each([
    ['shopperId', 'Shopper ID'],
    ['shopperId', 'customer_id'],
    ['shopperId', 'Shopify Customer Id'],
    ['shopperId', 'external-id'],
    ['shopperId', 'Merchant ID'],
    ['shopperId', 'platform_customer_id'],
    ['shopperId', '顧客ID'],
    ['shopperId', '会員ID'],
    ['email', 'E-Mail'],
    ['email', 'Email Address'],
    ['email', 'Customer Email'],
    ['email', 'メール'],
    ['email', 'メールアドレス'],
    ['email', 'Eメール'],
    ['name', 'Name'],
    ['name', 'Full name'],
    ['name', 'Customer name'],
    ['name', '氏名'],
    ['name', '名前'],
    ['firstName', 'First name'],
    ['firstName', '名'],
    ['lastName', 'Last name'],
    ['lastName', '姓'],
    ['lifetimePoints', 'Lifetime points'],
    ['lifetimePoints', 'Points earned'],
    ['lifetimePoints', 'Total points earned'],
    ['lifetimePoints', 'Lifetime points earned'],
    ['lifetimePoints', 'Points total'],
    ['lifetimePoints', 'Total points'],
    ['lifetimePoints', '累計ポイント'],
    ['lifetimePoints', '累計獲得ポイント'],
    ['tier', 'Tier'],
    ['tier', 'VIP tier'],
    ['tier', 'VIP tier name'],
    ['tier', 'Tier name'],
    ['tier', 'Loyalty tier'],
    ['tier', 'Loyalty tier name'],
    ['tier', 'ランク'],
    ['tier', '会員ランク'],
    ['birthday', 'Birthday'],
    ['birthday', 'Date of birth'],
    ['birthday', 'Birth date'],
    ['birthday', 'DOB'],
    ['birthday', '誕生日'],
    ['birthday', '生年月日'],
    ['referralCode', 'Referral code'],
    ['referralCode', 'Referral ID'],
    ['referralCode', 'Referral slug'],
    ['referredBy', 'Referred by'],
    ['referredBy', 'Referrer'],
    ['referredBy', 'Referrer ID'],
    ['referredBy', 'Referrer customer ID'],
    ['referredBy', 'Referrer email'],
    ['referredBy', 'Referred by email'],
    ['referredBy', 'Referred by customer ID'],
    ['referredBy', '紹介者'],
    ['tags', 'Tags'],
    ['tags', 'Customer tags'],
    ['tags', 'タグ'],
    ['date', 'Date'],
    ['date', 'Created at'],
    ['date', 'Occurred at'],
    ['date', 'Transaction date'],
    ['date', 'Earned at'],
    ['date', '日付'],
    ['date', '日時'],
    ['reason', 'Reason'],
    ['reason', 'Description'],
    ['reason', 'Action'],
    ['reason', 'Activity'],
    ['reason', 'Comment'],
    ['reason', 'Title'],
    ['reason', '理由'],
    ['reason', '内容'],
  ] as const)('is the %s when it is named "%s"', (field, header) => {
    // The points, and whose they are, stand in columns that were said.
    const columns = { points: 'p', ...(field !== 'shopperId' && { shopperId: 's' }) };
    const read = columnsOf(['p', 's', header], { columns });
    expect(read).toEqual({ columns: { ...columns, [field]: header } });
  });

  it.each([
    'Points',
    'Points change',
    'Points balance',
    'Point balance',
    'Current points',
    'Current points balance',
    'Points approved',
    'Approved points',
    'Available points',
    'Balance',
    'ポイント',
    'ポイント残高',
    '保有ポイント',
  ])('has the points when it is named "%s"', (header) => {
    expect(columnsOf(['Email', header])).toEqual({ columns: { email: 'Email', points: header } });
  });

  it('is nothing when it has no name that is known', () => {
    const read = columnsOf(['Email', 'Points', 'Shoe size', '']);
    expect(read).toEqual({ columns: { email: 'Email', points: 'Points' } });
  });

  it('is the plainer one of two that fit, wherever they stand', () => {
    const read = columnsOf(['Balance', 'Points', 'Customer email', 'Email']);
    expect(read).toEqual({ columns: { email: 'Email', points: 'Points' } });
  });

  it('is the first of two with names that read alike', () => {
    const read = columnsOf(['E-mail', 'email', 'points']);
    expect(read).toEqual({ columns: { email: 'E-mail', points: 'points' } });
  });
});

describe('columns that somebody has said', () => {
  it('go before what their names say, and are nothing else then', () => {
    const headers = ['Email', 'Points', 'Balance', 'Total points'];
    expect(columnsOf(headers, { columns: { points: 'Total points' } })).toEqual({
      columns: { email: 'Email', points: 'Total points' },
    });
    // The plainer name is taken, and the next one that fits is found.
    expect(columnsOf(headers, { columns: { lifetimePoints: 'Points' } })).toEqual({
      columns: { email: 'Email', lifetimePoints: 'Points', points: 'Balance' },
    });
  });

  it('must be there, to the letter', () => {
    for (const points of ['Sum', 'points', 'Points '])
      expect(columnsOf(['Email', 'Points'], { columns: { points } })).toEqual({
        fault: `There is no column "${points}".`,
      });
  });
});

const NO_POINTS = 'No column has the points; say which it is.';
const NOBODY = 'No column says whose points they are: an id or an address is needed.';
const NO_DAYS = 'No column has the days; say which it is.';

it.each([
  ['balances', [], NO_POINTS],
  ['balances', ['Email'], NO_POINTS],
  ['balances', ['Points'], NOBODY],
  ['balances', ['Points', 'Name'], NOBODY],
  ['history', ['Points', 'Date'], NOBODY],
  ['history', ['Points', 'Email'], NO_DAYS],
] as const)('a file of %s with the columns %j cannot be read: %s', (kind, headers, fault) => {
  expect(columnsOf(headers, { kind })).toEqual({ fault });
});

it.each([
  ['balances', ['Points', 'Email'], { points: 'Points', email: 'Email' }],
  ['balances', ['Points', 'Shopper ID'], { points: 'Points', shopperId: 'Shopper ID' }],
  ['history', ['Points', 'Email', 'Date'], { points: 'Points', email: 'Email', date: 'Date' }],
] as const)('a file of %s with no more than the columns %j can be read', (...row) => {
  const [kind, headers, columns] = row;
  expect(columnsOf(headers, { kind })).toEqual({ columns });
});
