import type { FirstTexts } from '../messages.ts';

export const messages: FirstTexts = {
  open: '{name} 열기',
  earn: '{points} 적립',
  join: '리워드',
};
