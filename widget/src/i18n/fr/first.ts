import type { FirstTexts } from '../messages.ts';

export const messages: FirstTexts = {
  open: 'Ouvrir {name}',
  earn: 'Gagnez {points}',
  join: 'Récompenses',
};
