import { plural } from '../../plural.ts';

export const memberImports = {
  text: 'From Smile, LoyaltyLion, Yotpo, Rivo, easyPoints or any CSV. You see a preview before anything is imported, and each import can be undone.',
  title: 'Import members',
  fileTitle: 'Import a file',
  kind: 'What is in it',
  kinds: {
    balances: 'A line for each member, with their points',
    history: 'A line for each movement of points',
  },
  kindText: 'Histories come before the balances.',
  ready: (ready: number, rows: number) =>
    `${ready.toLocaleString('en')} of ${plural(rows, 'line', 'lines')} can come.`,
  read: (format: string, encoding: string) => `Read as ${format}, ${encoding}.`,
  csv: 'a plain CSV',
  points: 'Points there would be more of',
  newShoppers: 'Members who are new here',
  tiers: 'Tiers',
  tiersText: 'What the file calls a tier, and which of yours it is.',
  noTier: '– none of mine –',
  fields: {
    shopperId: 'Customer ID',
    email: 'Email',
    name: 'Name',
    firstName: 'First name',
    lastName: 'Last name',
    points: 'Points',
    lifetimePoints: 'Points ever earned',
    tier: 'Tier',
    birthday: 'Birthday',
    referralCode: 'Referral code',
    referredBy: 'Recommended by',
    tags: 'Tags',
    date: 'Day',
    reason: 'Reason',
  },
  faultCodes: {
    shopperMissing: 'names no shopper',
    shopperUnknown: 'is about a shopper who is not known here; add an id',
    pointsInvalid: 'has no points that can come',
    pointsAmbiguous: 'has points that could be two numbers; say how numbers are written',
    emailInvalid: 'has no valid email address',
    duplicate: 'is about a shopper who is in an earlier line',
    dateInvalid: 'has no day',
    dateAmbiguous: 'has a day that can be read in two ways',
    dateInFuture: 'has a day in the future',
    erased: 'is about a shopper who was erased',
    emailLeftOut: 'imported without an email address: the one given is not valid',
    lifetimeLeftOut: 'comes without points ever earned: what stands there is no such number',
    lifetimeAmbiguous:
      'comes without points ever earned, which could be two numbers; say how numbers are written',
    birthdayLeftOut: 'comes without a birthday: what stands there is no day',
    birthdayAmbiguous:
      'comes without a birthday, which could be two days; say how dates are written',
    textCut: 'comes with a text that was too long, cut to its beginning',
    textLeftOut: 'comes without a text, a code or tags that cannot be kept',
    tierDiffers: 'imported; the program puts them in another tier',
    tierUnknown: 'imported without a tier: the program has no tier of this name',
    referrerUnknown: 'comes; who recommended them is not here',
    referralCodeTaken: 'imported without a code: another shopper has it',
  },
  isNew: 'new',
  change: (before: string, after: string) => `${before} → ${after}`,
  bring: (count: number) => `Import ${plural(count, 'line', 'lines')}`,
  done: (imported: number, points: string) =>
    `${plural(imported, 'line', 'lines')} came, with ${points} points.`,
  none: 'Nothing has been imported yet',
  noneText:
    'What your members have elsewhere can go on here: points, tiers, codes and who recommended whom.',
  undoTitle: 'Take these members’ points back?',
  undoAsk: (count: number) =>
    `What ${plural(count, 'line', 'lines')} added is removed: unspent points, tiers and recommendations. The members stay.`,
} as const;

declare module '../../shape.ts' {
  interface EnglishMessages {
    memberImports: typeof memberImports;
  }
}
