import type { FirstTexts } from '../messages.ts';

export const messages: FirstTexts = {
  open: 'Abrir {name}',
  earn: 'Ganhe {points}',
  join: 'Recompensas',
};
