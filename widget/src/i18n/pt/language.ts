import type { LanguageTexts } from '../messages.ts';
import { messages } from './panel.ts';

export const texts: LanguageTexts = {
  panel: messages,
  more: () => import('./more.ts'),
  order: () => import('./order.ts'),
  review: () => import('./review.ts'),
};
