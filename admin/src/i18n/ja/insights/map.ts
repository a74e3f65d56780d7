import type { Messages } from '../../shape.ts';

export const insightMap: Messages['insightMap'] = {
  title: 'ステージと接点',
  messagesOf: (period) => `${period}のメッセージ`,
  kind: 'メッセージ',
  reachHead: '到達と購入',
  effectHead: '効果',
  reached: (people) => `${people}人`,
  acted: (share) => `${share}が購入`,
  notMeasured: '未測定',
  states: {
    measuring: '測定中',
    mismatch: '抽選と不一致',
    notEnough: 'データ不足',
    noHoldout: '未測定',
  },
  nobody: '到達なし',
  noStay: '滞在日数は不明',
  longStay: '移動は半数未満',
  noTouches: 'この四半期に送信・表示されたメッセージはありません。',
  nothingHeld: '抽選による対照群がないため、効果は測定していません。',
  startMeasuring: '測定を始める',
  unfinished: (days) =>
    `途中の四半期です。最後のメッセージから${days}日後に確定します。割合は観察期間が終わった方のみで、比較には使いません。`,
  definition: (days) =>
    `ステージの下は現在の人数と滞在日数の中央値（カプラン・マイヤー法）です。「購入」は${days}日以内の注文です。効果（ポイント）は、抽選による対照群がある場合のみ表示します。サービス通知は含みません。`,
  peopleOf: (people) => `お客様${people}人`,
};
