import type { FirstTexts } from '../messages.ts';

export const messages: FirstTexts = {
  open: 'Apri {name}',
  earn: 'Guadagna {points}',
  join: 'Premi',
};
