/** What e-mails of figures say around the changes themselves. */
interface InsightTexts {
  readonly alertSubject: (shop: string, count: number, first: string) => string;
  readonly alertHeading: (shop: string) => string;
  readonly alertIntro: (from: string, until: string) => string;
  readonly reportSubject: (shop: string, period: string) => string;
  readonly reportHeading: (shop: string, period: string) => string;
  readonly buyers: (of: {
    now: string;
    fresh: string;
    before: string;
    freshBefore: string;
  }) => string;
  readonly nobody: (before: string) => string;
  readonly revenue: (now: string, before: string) => string;
  readonly changed: string;
  readonly unchanged: string;
  readonly tooFew: string;
  readonly line: (of: {
    name: string;
    value: string;
    range: string;
    people: string;
    compared: string;
  }) => string;
  readonly compared: (before: string, change: string) => string;
  readonly notCompared: string;
  readonly lineOfFew: (name: string, why: string) => string;
  readonly range: (low: string, high: string) => string;
  readonly alerts: (count: number) => string;
  readonly cause: string;
  readonly open: string;
  readonly because: (shop: string) => string;
  readonly stop: string;
  readonly week: (from: string, until: string) => string;
}

/** In the languages of the console. */
export const INSIGHT_TEXTS: Readonly<Record<'en' | 'ja', InsightTexts>> = {
  en: {
    alertSubject: (shop, count, first) =>
      count === 1 ? `${shop}: ${first}` : `${shop}: ${first}, and ${count - 1} more`,
    alertHeading: (shop) => `What changed at ${shop}`,
    alertIntro: (from, until) => `The 28 days from ${from} to ${until}, against the 28 before.`,
    reportSubject: (shop, period) => `${shop}: ${period} in words`,
    reportHeading: (shop, period) => `${period} at ${shop}`,
    buyers: ({ now, fresh, before, freshBefore }) =>
      `Buyers: ${now}, of them ${fresh} for the first time. Before: ${before}, of them ${freshBefore} for the first time.`,
    nobody: (before) => `Nobody bought. Before, there were ${before} buyers.`,
    revenue: (now, before) =>
      `What they bought is worth ${now}, without tax and shipping. Before: ${before}.`,
    changed: 'What changed for sure:',
    unchanged:
      'Nothing changed for sure: chance alone explains every difference between the two times.',
    tooFew: 'There are too few people to say what changed.',
    line: ({ name, value, range, people, compared }) =>
      `${name}: ${value} (${range}) of ${people}. ${compared}`,
    compared: (before, change) => `Before: ${before}. ${change}`,
    notCompared: 'There is nothing to compare it with yet.',
    lineOfFew: (name, why) => `${name}: ${why}`,
    range: (low, high) => `${low} to ${high}`,
    alerts: (count) =>
      count === 1 ? '1 alert is open in the console.' : `${count} alerts are open in the console.`,
    cause: 'These are changes over time. What caused them, the figures cannot say.',
    open: 'Open Insights',
    because: (shop) => `You asked for this email as a member of the team of ${shop}.`,
    stop: 'Change what you get',
    week: (from, until) => `${from} to ${until}`,
  },
  ja: {
    alertSubject: (shop, count, first) =>
      count === 1 ? `${shop}：${first}` : `${shop}：${first}（ほか${count - 1}件）`,
    alertHeading: (shop) => `${shop}の変化`,
    alertIntro: (from, until) => `${from}〜${until}の28日間を、その前の28日間と比べました。`,
    reportSubject: (shop, period) => `${shop}：${period}のまとめ`,
    reportHeading: (shop, period) => `${period}の${shop}`,
    buyers: ({ now, fresh, before, freshBefore }) =>
      `購入者は${now}人で、うち${fresh}人が初めての購入でした。その前は${before}人（初めて：${freshBefore}人）でした。`,
    nobody: (before) => `購入はありませんでした。その前の購入者は${before}人でした。`,
    revenue: (now, before) => `購入額は${now}（税・送料を除く）でした。その前は${before}でした。`,
    changed: '確認できた変化：',
    unchanged: '確認できた変化はありません。いずれの差も偶然の範囲です。',
    tooFew: '人数が少ないため、変化はまだ判断できません。',
    line: ({ name, value, range, people, compared }) =>
      `${name}：${value}（${range}、対象${people}）。${compared}`,
    compared: (before, change) => `その前は${before}。${change}`,
    notCompared: '比較できる期間がまだありません。',
    lineOfFew: (name, why) => `${name}：${why}`,
    range: (low, high) => `${low}〜${high}`,
    alerts: (count) => `管理画面で確認が必要な変化が${count}件あります。`,
    cause: '時間による変化です。その原因は、この数字からは分かりません。',
    open: '分析を開く',
    because: (shop) => `${shop}のスタッフとして配信を希望された方にお送りしています。`,
    stop: '配信の設定を変更する',
    week: (from, until) => `${from}〜${until}`,
  },
};
