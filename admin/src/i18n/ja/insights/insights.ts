import type { Messages } from '../../shape.ts';

export const insights: Messages['insights'] = {
  text: 'お客様がいつ、どのくらい戻ってきているかがわかります。無料・キャンセル・未払い・全額返金の注文と、社内の方の注文は含みません。同じ日の注文は1回と数えます。',
  cohorts: '月別のリピート購入',
  gaps: '次の注文までの日数',
  beingTaken: '集計中です。',
  beingTakenText: '終わりしだい、自動で表示されます。',
  none: '購入はまだありません',
  noneText: (needed) =>
    `購入したお客様が${needed}人になると、リピート購入の割合と時期が表示されます。`,
  toOrders: '注文を見る',
  fewText: (needed) => `これまでに購入したお客様の人数です。${needed}人から表示されます。`,
  cameBack: (share, range) =>
    `購入したお客様のうち${share}がリピート購入しています（95%区間 ${range}）。`,
  halfWithin: (days, range) =>
    `初回購入のお客様の半数は、${days}日以内に2回目を注文しています（95%区間 ${range}日）。`,
  fewerThanHalf: '2回目を注文したお客様は、まだ半数に達していません。',
  repeat: 'リピート購入率',
  repeatText: (count, of) => `購入したお客様${of}人中${count}人`,
  median: (gap) => `中央値（${gap}）`,
  medianText: (people, back) => `対象${people}人、うち注文済み${back}人。未注文の方も含みます。`,
  notReached: '注文済みは半数未満',
  lost: (month) => `${month}の離反率`,
  lostText: (count, active, days) => `購入中のお客様${active}人中${count}人が${days}日間注文なし`,
  days: (days) => `${days}日`,
  daysFrom: (days) => `${days}以上`,
  range: (low, high) => `${low}〜${high}`,
  space: '',
  interval: '95%区間',
  gap: (from, to) => `${from}回目から${to}回目`,
  view: '集計方法',
  views: { cells: '各月', cumulative: '累計' },
  cohortTitles: {
    cells: '再注文した割合（初回注文の月別）',
    cumulative: 'その月末までに再注文した割合（初回注文の月別）',
  },
  cohortNotes: {
    cells: '0か月目は初回注文の月で、同じ月の2回目の注文を数えます。',
    cumulative: 'その月の末日までに、初回とは別の日に再注文したお客様の割合です。',
  },
  firstOrder: '初回注文',
  buyers: '人数',
  month: (month) => `${month}か月目`,
  needed: (has, needed) => `${needed}人中${has}人`,
  unfinished: '途中の月',
  unfinishedText: '途中の月のため、比較していません。',
  arrows: '矢印キーでセルを移動できます。',
  cell: (of) =>
    `${of.cohort}、${of.month}か月目：${of.of}人中${of.count}人、${of.share}（${of.range}）。`,
  cohortDefinition: '初めて注文した月でお客様を分けています。区間は95%（ウィルソン法）です。',
  gapDefinition:
    '前回の注文からの日数ごとの、再注文した割合です。まだ戻っていないお客様も計算に含みます（カプラン・マイヤー法）。帯は95%区間です。',
  about: (people, asOf, takenAt) =>
    `購入したお客様${people}人、${asOf}まで。集計日時：${takenAt}。`,
  leftOut: (people) => `注文データがそろう前に購入していたお客様${people}人は含みません。`,
  byDay: (day) => `前回の注文から${day}日までに再注文した割合です。`,
  again: (gap, share, range) => `${gap}：${share}（${range}）。`,
  medianAt: (days, range) => `中央値${days}日（${range}）`,
  daysSince: '前回の注文からの日数',
  asTable: '表で見る',
  exportCsv: 'CSVを書き出す',
};
