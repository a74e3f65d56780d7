import type { Messages } from '../shape.ts';

export const buyers: Messages['buyers'] = {
  rfm: {
    label: '購入者グループ',
    options: {
      champions: '最優良',
      loyal: '常連',
      new: '新規',
      promising: '有望',
      needsAttention: '要注意',
      cannotLose: '離したくない',
      atRisk: '離反の恐れ',
      lost: '離反',
    },
  },
  value: { label: '今後の購入額', options: { high: '高', middle: '中', low: '低' } },
  again: {
    label: '再購入の見込み',
    options: { high: '高い（50%以上）', middle: 'ある（20〜49%）', low: '低い' },
  },
  overdue: { label: '購入の遅れ', options: { true: 'いつもの間隔を過ぎている' } },
};
