import type { ComponentType } from 'preact';
import { sheetOf } from '../styles/sheet.ts';
import type { AppModel } from './model.ts';
import { factsOf, type LazyPanelName } from './panels.ts';
import basics from './basics.css?inline';
import forms from './panels-forms.css?inline';
import type { Words } from './words.ts';

type Panel = ComponentType<{ model: AppModel }>;

/** What a panel is drawn with, once all of it is there. */
export interface LoadedPanel {
  readonly panel: Panel;
  readonly sheets: readonly CSSStyleSheet[];
}

/** All but those that stand below a product, which come in another way (`in-page/product-parts.tsx`). */
const FILES = import.meta.glob<{ Panel: Panel }>([
  '../*/*Panel.tsx',
  '!../reviews/ReviewsPanel.tsx',
  '!../questions/QuestionsPanel.tsx',
]);

/** The component of a panel, whatever its area. */
const fetchPanel = async (name: LazyPanelName): Promise<Panel> => {
  const path = Object.keys(FILES).find((file) => file.toLowerCase().endsWith(`/${name}panel.tsx`));
  const file = await FILES[path ?? '']?.();
  if (file === undefined) throw new Error(name);
  return file.Panel;
};

/** The look of all panels but the home, parsed once. */
const shared = sheetOf(basics + forms);
let cards: CSSStyleSheet | undefined;

/** The sheets of a panel: the form of a review does not pay for rewards and tiers. */
const sheetsOf = async (words: string | undefined): Promise<CSSStyleSheet[]> => {
  if (words) return [shared];
  cards ??= sheetOf((await import('./panels-cards.css?inline')).default);
  return [shared, cards];
};

/** A panel, once its words are there: its own, or those that all panels but the home share. */
export const loadPanel = async (name: LazyPanelName, words: Words): Promise<LoadedPanel> => {
  const { words: own } = factsOf(name);
  const coming = Promise.all([fetchPanel(name), sheetsOf(own)]);
  coming.catch(() => undefined);
  // The words first: what does not come must be told of.
  await Promise.all([
    words.load(own ?? 'more'),
    words.load('panel'),
    own === 'review' && words.load('write'),
  ]);
  const [panel, sheets] = await coming;
  return { panel, sheets };
};
