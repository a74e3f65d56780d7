import { keysOf } from '@okaeri/shared/records';
import type { BalanceField, BalanceFormat, BalanceOptions } from '@okaeri/shared/balance-imports';

/*
 * Columns by their names, never by their places. The names are those of the members' exports of
 * Smile, LoyaltyLion, Yotpo, Rivo and easyPoints as their help pages give them, and of this house,
 * without what is not a letter or a digit of any script.
 */
const NAMES: Readonly<Record<BalanceField, readonly string[]>> = {
  shopperId: [
    'shopperid',
    'customerid',
    'shopifycustomerid',
    'externalid',
    'merchantid',
    'platformcustomerid',
    '顧客id',
    '会員id',
  ],
  email: ['email', 'emailaddress', 'customeremail', 'メール', 'メールアドレス', 'eメール'],
  name: ['name', 'fullname', 'customername', '氏名', '名前'],
  firstName: ['firstname', '名'],
  lastName: ['lastname', '姓'],
  points: [
    'points',
    'pointschange',
    'pointsbalance',
    'pointbalance',
    'currentpoints',
    'currentpointsbalance',
    'pointsapproved',
    'approvedpoints',
    'availablepoints',
    'balance',
    'ポイント',
    'ポイント残高',
    '保有ポイント',
  ],
  lifetimePoints: [
    'lifetimepoints',
    'pointsearned',
    'totalpointsearned',
    'lifetimepointsearned',
    'pointstotal',
    'totalpoints',
    '累計ポイント',
    '累計獲得ポイント',
  ],
  tier: [
    'tier',
    'viptier',
    'viptiername',
    'tiername',
    'loyaltytier',
    'loyaltytiername',
    'ランク',
    '会員ランク',
  ],
  birthday: ['birthday', 'dateofbirth', 'birthdate', 'dob', '誕生日', '生年月日'],
  referralCode: ['referralcode', 'referralid', 'referralslug'],
  referredBy: [
    'referredby',
    'referrer',
    'referrerid',
    'referrercustomerid',
    'referreremail',
    'referredbyemail',
    'referredbycustomerid',
    '紹介者',
  ],
  tags: ['tags', 'customertags', 'タグ'],
  date: ['date', 'createdat', 'occurredat', 'transactiondate', 'earnedat', '日付', '日時'],
  reason: ['reason', 'description', 'action', 'activity', 'comment', 'title', '理由', '内容'],
};

/** A file is recognised by columns that only its tool has. */
const FORMATS: readonly (readonly [BalanceFormat, readonly string[]])[] = [
  ['easyPoints', ['ポイント残高']],
  ['easyPoints', ['顧客id']],
  ['loyaltyLion', ['merchantid', 'pointsapproved']],
  ['smile', ['pointsbalance', 'dateofbirth']],
  ['smile', ['pointsbalance', 'viptier']],
  ['yotpo', ['pointsbalance', 'viptiername']],
  ['yotpo', ['pointsbalance', 'pointsearned']],
  ['rivo', ['points', 'loyaltytier']],
  ['rivo', ['points', 'loyaltystatus']],
];

/** What readers of the log see a file was of. */
export const BALANCE_SOURCES: Readonly<Record<BalanceFormat, string>> = {
  smile: 'Smile',
  loyaltyLion: 'LoyaltyLion',
  yotpo: 'Yotpo',
  rivo: 'Rivo',
  easyPoints: 'easyPoints',
  csv: 'a file',
};

/** Whose file has such columns. */
export const balanceFormatOf = (headers: readonly string[]): BalanceFormat => {
  const known = new Set(headers.map(fold));
  return FORMATS.find(([, names]) => names.every((name) => known.has(name)))?.[0] ?? 'csv';
};

export type BalanceColumns = Readonly<Partial<Record<BalanceField, string>>>;

const FIELDS = keysOf(NAMES);

/** Which column is what, by what was said and then by its name; or what is wrong with the file. */
export const balanceColumnsOf = (
  headers: readonly string[],
  { columns: said, kind }: Pick<BalanceOptions, 'columns' | 'kind'>,
): { columns: BalanceColumns } | { fault: string } => {
  const missing = Object.values(said).find((header) => !headers.includes(header));
  if (missing !== undefined) return { fault: `There is no column "${missing}".` };
  const taken = new Set<string>(Object.values(said));
  const columns: Partial<Record<BalanceField, string>> = { ...said };
  const folded = headers.map((header) => [header, fold(header)] as const);
  for (const field of FIELDS) {
    if (columns[field] !== undefined) continue;
    // In the order of the names: of two columns that fit, the plainer one.
    const found = NAMES[field]
      .map((name) => folded.find(([header, known]) => known === name && !taken.has(header))?.[0])
      .find((header) => header !== undefined);
    if (found === undefined) continue;
    columns[field] = found;
    taken.add(found);
  }
  if (columns.points === undefined) return { fault: 'No column has the points; say which it is.' };
  if (columns.shopperId === undefined && columns.email === undefined)
    return { fault: 'No column says whose points they are: an id or an address is needed.' };
  if (kind === 'history' && columns.date === undefined)
    return { fault: 'No column has the days; say which it is.' };
  return { columns };
};

function fold(header: string): string {
  return header.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
