import type { Messages } from '../shape.ts';

export const sandbox: Messages['sandbox'] = {
  title: 'サンドボックス：',
  clock: (time) => `このショップの日時：${time}`,
  move: '日時を進める…',
  moveTitle: 'サンドボックスの日時を進める',
  moveText:
    'それまでに予定されている処理が行われます（付与予定ポイントの確定、ポイントとコードの失効など）。元に戻すことはできません。',
  amount: '進める長さ',
  unit: '単位',
  units: { hours: '時間', days: '日', weeks: '週間' },
  amounts: {
    hours: (count) => `${count}時間`,
    days: (count) => `${count}日`,
    weeks: (count) => `${count}週間`,
  },
  amountFault: '1以上の整数を入力してください（最大10年）。',
  moveBy: (amount) => `${amount}進める`,
};
