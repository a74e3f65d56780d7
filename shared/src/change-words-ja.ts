import type { ChangeWords, SaidValue } from './change-text.ts';

const both =
  (people: string, what: string) =>
  (now: SaidValue, before: SaidValue): string =>
    `${people}${now.of}人のうち${now.value}が${what}。その前は${before.of}人のうち${before.value}でした。`;

/** What is said of changes, in Japanese. */
export const words: ChangeWords = {
  language: 'ja',
  stages: {
    consideration: '検討',
    onboarding: '新規',
    postPurchase: '購入後',
    loyal: 'ロイヤル',
    advocacy: 'ファン',
    lapsed: '離反',
  },
  scores: {
    nps: 'ネットプロモータースコア',
    csat: '満足の割合',
    ces: '簡単さ',
    loyalty: 'ロイヤルティ',
  },
  names: {
    repeat: 'リピート購入率',
    members: '購入者の会員比率',
    redeemed: '会員の特典利用率',
    complaints: '販促メールへの苦情',
  },
  scoreName: (score, survey) => `${score}（${survey}）`,
  moveName: (from, to) => `${from}から${to}への移動`,
  titles: {
    repeat: { up: 'リピート購入が増えました', down: 'リピート購入が減りました' },
    members: {
      up: '購入者に占める会員の割合が上がりました',
      down: '購入者に占める会員の割合が下がりました',
    },
    redeemed: {
      up: '特典を利用する会員が増えました',
      down: '特典を利用する会員が減りました',
    },
    complaints: {
      up: '販促メールへの苦情が増えました',
      down: '販促メールへの苦情が減りました',
    },
  },
  scoreTitle: (score, survey, isUp) =>
    `${score}が${isUp ? '上がりました' : '下がりました'}（${survey}）`,
  moveTitle: (from, to, isUp) =>
    `${from}から${to}へ移るお客様が${isUp ? '増えました' : '減りました'}`,
  facts: {
    repeat: both('購入者', '以前にも購入していました'),
    members: both('購入者', '会員でした'),
    redeemed: both('会員', '特典を利用しました'),
    complaints: both('メールを受け取った方', '苦情を届け出ました'),
    score: (now, before) =>
      `${now.of}件の回答で${now.value}でした。その前は${before.of}件で${before.value}でした。`,
  },
  moveFacts: ({ from, now, before }) => both(`${from}のお客様`, '移動しました')(now, before),
  range: ({ difference, low, high }, confidence) =>
    `変化は${difference}（${confidence}%区間 ${low}〜${high}）です。`,
  // With "ポイント" they would be those of the programme.
  percentagePoints: (count) => `${count}pt`,
  scorePoints: (count) => `${count}pt`,
  notProven: '変化は確認できません。',
  tooFew: (has, needed) => `データ不足（${needed}件中${has}件）`,
};
