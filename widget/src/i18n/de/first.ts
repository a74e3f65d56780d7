import type { FirstTexts } from '../messages.ts';

export const messages: FirstTexts = {
  open: '{name} öffnen',
  earn: '{points} sammeln',
  join: 'Prämien',
};
