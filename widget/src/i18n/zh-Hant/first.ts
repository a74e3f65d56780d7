import type { FirstTexts } from '../messages.ts';

export const messages: FirstTexts = {
  open: '開啟{name}',
  earn: '可得{points}',
  join: '會員獎勵',
};
