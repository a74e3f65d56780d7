import type { Messages } from '../../shape.ts';

export const insightValue: Messages['insightValue'] = {
  rfm: '購入の新しさ・頻度・金額によるグループ',
  rfmNote: '購入したお客様を互いに比べ、1〜5点で評価しています。過去の姿です。予測は下にあります。',
  rfmDefinition:
    'R：最後の購入の新しさ。F：購入した日数。最初に当てはまるグループに入ります。金額は税・送料を除きます。区間は95%です。',
  shareOfBuyers: '人数の割合',
  shareOfSpend: '購入額の割合',
  group: 'グループ',
  scores: '点数',
  buyers: '人数',
  bars: 'グラフ',
  ofAll: '人数比',
  ofSpend: '購入額比',
  mean: '1人あたり',
  journey: 'ジャーニー',
  journeys: { welcome: '歓迎', winBack: '休眠復帰' },
  groups: {
    champions: { name: '最優良', text: '最近・頻繁に購入', scores: 'R 4–5・F 4–5' },
    loyal: { name: '優良', text: '頻繁、比較的最近', scores: 'R 3–5・F 3–5' },
    new: { name: '新規', text: '最近初めて購入', scores: 'R 4–5・1回' },
    promising: { name: '有望', text: '最近、数回購入', scores: 'R 4–5' },
    needsAttention: { name: '要フォロー', text: 'しばらく前に購入', scores: 'R 3' },
    cannotLose: { name: '引き留めたい', text: '以前は頻繁に購入', scores: 'F 4–5' },
    atRisk: { name: '離反の恐れ', text: '購入が途絶えがち', scores: 'R 2 または F 3' },
    lost: { name: '離反', text: 'かなり前、回数も少ない', scores: 'その他' },
  },
  forecast: '週あたりのリピート注文',
  actual: '実績',
  expected: '予測',
  week: '週',
  weekFrom: '週の初日',
  weeksFrom: (day, weeks) => `${day}から${weeks}週`,
  today: '今日',
  total: (weeks, total) => `今後${weeks}週のリピート注文：${total}件`,
  totalRange: (low, high) =>
    `（95%区間 ${low}〜${high}。推定値の誤差のみで、実際のばらつきはさらに大きくなります）`,
  ofToday: '現在のお客様のみの予測で、今後の新規のお客様は含みません。',
  checked: (weeks, error) =>
    `直近${weeks}週で検証した誤差は${error}です。25%を超えると予測は表示されません。`,
  notChecked: (weeks) => `それ以前のデータが少ないため、直近${weeks}週での検証はできませんでした。`,
  correlated: '購入の頻度と1回の金額に関連があるため、1回あたりの金額の確かさは下がります。',
  forecastDefinition:
    '初回を除く購入日数です。購入の頻度と離反のモデル（BG/NBD）を、このショップの注文に当てはめています。帯は95%区間です。',
  noForecastTitle: '予測はまだありません。',
  noForecast: {
    tooFewRepeatBuyers:
      '2日以上購入したお客様が200人に達していません。それまでは「リピート」をご覧ください。',
    historyTooShort: '注文データの期間が、通常の購入間隔の2倍に達していません。',
    onBound: 'モデルが注文データに十分合わないため、信頼できる予測になりません。',
    noRoom: 'すでにほぼすべてのお客様が再購入しています。',
  },
  missed: (weeks, error) =>
    `直近${weeks}週での誤差が${error}でした。25%を超えると予測は表示されません。`,
  saidPast: (day, count, fitted) => `${day}からの週：リピート注文${count}件、予測${fitted}件。`,
  saidComing: (day, weeks, value, range) =>
    `${day}から${weeks}週：週あたり${value}件の予測${range === '' ? '' : `（95%区間 ${range}）`}。`,
  worth: '再購入率が5ポイント上がった場合',
  worthText: (of) =>
    `直近${of.weeks}週の新規購入者${of.people}人のうち、同じ期間内に再購入する割合が${of.now}から${of.raised}になると、注文は${of.days}件${of.range === '' ? '' : `（${of.range}）`}増えます。`,
  withMargin: (margin) => `金額は粗利率${margin}を掛けたものです。`,
  withoutMargin: '粗利率が未入力のため、金額は売上です。',
  noWorth: 'まだ推定できません。',
  worthDefinition:
    '予測と同じモデルで、購入間隔が短くなった場合を計算しています。区間は推定値の誤差のみです。',
  acquisition: '新規購入者の獲得費用',
  acquisitionNote:
    '同じ月の広告費と、新規購入者数・売上を並べたものです。広告による効果かどうかはわかりません。',
  acquisitionDefinition:
    '新規購入者は、その月に初めて購入したお客様です。広告費は入力された金額、売上は税・送料を除く金額です。',
  noAds: '広告費が入力されていないため、獲得費用はわかりません。',
  enterCosts: '費用を入力',
  monthHead: '月',
  newBuyers: '新規購入者',
  ads: '広告費',
  perBuyer: '1人あたり',
  revenue: '売上',
  roas: '売上÷広告費',
  firstRoas: '初回注文のみ',
};
