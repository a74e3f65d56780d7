import type { FirstTexts } from '../messages.ts';

export const messages: FirstTexts = {
  open: '{name}を開く',
  earn: '{points}たまります',
  join: '特典',
};
