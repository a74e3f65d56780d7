import type { FirstTexts } from '../messages.ts';

export const messages: FirstTexts = {
  open: '打开{name}',
  earn: '可得{points}',
  join: '会员奖励',
};
