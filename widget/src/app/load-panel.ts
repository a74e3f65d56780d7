import type { ComponentType } from 'preact';
import { sheetOf } from '../styles/sheet.ts';
import type { AppModel } from './model.ts';
import { factsOf, type LazyPanelName } from './panels.ts';
import forms from './panels-forms.css?inline';
import type { Words } from './words.ts';

type Panel = ComponentType<{ model: AppModel }>;

const FILES = import.meta.glob<{ Panel: Panel }>('../*/*Panel.tsx');

/** The component of a panel, whatever its area. */
const fetchPanel = async (name: LazyPanelName): Promise<Panel> => {
  const path = Object.keys(FILES).find((file) => file.toLowerCase().endsWith(`/${name}panel.tsx`));
  const file = await FILES[path ?? '']?.();
  if (file === undefined) throw new Error(name);
  return file.Panel;
};

/** The look of all panels but the home, parsed once. */
const shared = sheetOf(forms);
let cards: CSSStyleSheet | undefined;

/** The sheets of a panel: a product page with its reviews does not pay for rewards and tiers. */
const sheetsOf = async (words: string | undefined): Promise<CSSStyleSheet[]> => {
  if (words) return [shared];
  cards ??= sheetOf((await import('./panels-cards.css?inline')).default);
  return [shared, cards];
};

/** A panel, once its words are there: its own, or those that all panels but the home share. */
export const loadPanel = async (
  name: LazyPanelName,
  words: Words,
): Promise<{ panel: Panel; sheets: CSSStyleSheet[] }> => {
  const { words: own } = factsOf(name);
  const [panel, sheets] = await Promise.all([
    fetchPanel(name),
    sheetsOf(own),
    words.load(own ?? 'more'),
  ]);
  return { panel, sheets };
};
