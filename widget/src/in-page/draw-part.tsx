import { render } from 'preact';
import type { JSX } from 'preact';
import { LazyPanel } from '../app/PanelLoader.tsx';
import type { LoadedPanel } from '../app/load-panel.ts';
import type { AppModel } from '../app/model.ts';
import { hearSwallowed } from '../app/hear-swallowed.ts';
import { factsOf, type LazyPanelName, type Part } from '../app/panels.ts';
import type { PanelModule } from '../element/panel-module.ts';
import { directionOf } from '../i18n/languages.ts';
import { yieldToMain } from '../lib/yield-to-main.ts';
import { sheetOf } from '../styles/sheet.ts';
import { followGround } from './ground.ts';
import css from './in-page.css?inline';

/** The panels of elements that are called otherwise. */
const PANELS_OF = { tier: 'tiers', referral: 'friends' } as const;

/** The panel that an element shows. */
const panelOf = (part: Part): LazyPanelName =>
  part === 'tier' || part === 'referral' ? PANELS_OF[part] : part;

/** Whatever is neither a place for something nor the sign that it is on its way. */
const SOMETHING = ':not(.place,section,.notice[aria-busy=true],.notice[aria-busy=true] *)';

const sheet = sheetOf(css);

const fetchProductPart = async (
  name: 'reviews' | 'questions',
  model: AppModel,
): Promise<LoadedPanel> => {
  const coming = import('./product-parts.ts');
  coming.catch(() => undefined);
  // The words first: what does not come must be told of.
  await model.words.load('review');
  const { productParts } = await coming;
  return { panel: productParts[name], sheets: [] };
};

/** A part of the programme inside the shop's page. */
const Inline = ({ model, part }: { model: AppModel; part: Part }): JSX.Element | null => {
  const { program, me } = model.state.value;
  const panel = panelOf(part);
  if (program === null) return null;
  const { title, members } = factsOf(panel);
  // Guests have no page of their own; the tiers are everybody's.
  if (me === null && (title || members) && panel !== 'tiers') return null;
  // These two come by a way of their own, without what other panels share.
  const isOfProduct = panel === 'reviews' || panel === 'questions';
  const fetchPanel = isOfProduct ? () => fetchProductPart(panel, model) : undefined;
  return <LazyPanel model={model} page={panel} fetchPanel={fetchPanel} />;
};

/** The box in which a part is drawn: in the language of the widget, whatever that of the page. */
const createBox = (language: AppModel['words']['language']): HTMLElement => {
  const box = document.createElement('div');
  box.className = 'ground';
  box.lang = language;
  box.dir = directionOf(language);
  return box;
};

/**
 * Shows the box while there is something in it, and else what was there before: what
 * the shop has put inside, most of all. `onChange` is told which.
 */
const showWhenFilled = (
  root: ShadowRoot,
  box: HTMLElement,
  onChange: (filled: boolean) => void,
): (() => void) => {
  const before = [...root.childNodes];
  let filled = false;
  box.style.display = 'none';
  root.append(box);
  const look = (): void => {
    const is = box.querySelector(SOMETHING) !== null;
    if (is === filled) return;
    filled = is;
    box.style.display = filled ? '' : 'none';
    root.replaceChildren(...(filled ? [] : before), box);
    onChange(filled);
  };
  const changes = new MutationObserver(look);
  changes.observe(box, { childList: true, subtree: true });
  return () => changes.disconnect();
};

/** Draws a part of the programme into the root of an element: the box in which it is drawn, and what removes it. */
export const drawPart = (
  { model, sheets }: PanelModule,
  part: Part,
  root: ShadowRoot,
  onFilled: (filled: boolean) => void,
): { box: HTMLElement; erase: () => void } => {
  const box = createBox(model.words.language);
  root.adoptedStyleSheets = [...sheets, sheet];
  const ground = followGround(root, box);
  const stopHearing = hearSwallowed(root);
  const stopShowing = showWhenFilled(root, box, (filled) => {
    if (filled) ground.look();
    onFilled(filled);
  });
  // Other colours of the shop are read on the same ground anew.
  const stopTheme = model.session.subscribe(ground.look);
  render(<Inline model={model} part={part} />, box);
  void yieldToMain().then(() => (model.shown.value = true));
  return {
    box,
    erase() {
      stopTheme();
      stopShowing();
      stopHearing();
      ground.stop();
      render(null, box);
      root.adoptedStyleSheets = [];
      root.replaceChildren(document.createElement('slot'));
    },
  };
};
