import type { FirstTexts } from '../messages.ts';

export const messages: FirstTexts = {
  open: 'افتح {name}',
  earn: 'اكسب {points}',
  join: 'المكافآت',
};
