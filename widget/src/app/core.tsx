import { render } from 'preact';
import type { JSX } from 'preact';
import { addHost, putHosts, removeHost } from '../element/host-page.ts';
import type { Context } from '../element/context.ts';
import type { PanelModule } from '../element/panel-module.ts';
import { directionOf } from '../i18n/languages.ts';
import { loadPanelTexts } from '../i18n/load.ts';
import { sheetOf } from '../styles/sheet.ts';
import tokens from '../styles/tokens.css?inline';
import { App, Frame, LazyPanel } from './App.tsx';
import { rest } from '../lib/rest.ts';
import { createModel, type AppModel } from './model.ts';
import frame from './frame.css?inline';
import home from './home.css?inline';
import type { Part } from './parts.ts';
import { isPage, type LazyPart } from './pages.ts';

/** Parts that are about the shopper, and the panels that draw them. */
const PERSONAL: Readonly<Partial<Record<Part, LazyPart>>> = {
  tier: 'tiers',
  referral: 'friends',
  nudge: 'nudge',
};

/** A part of the programme inside the shop's page. */
const Inline = ({ model, part }: { model: AppModel; part: Part }): JSX.Element | null => {
  const { program, me } = model.state.value;
  if (part === 'page') return <Frame model={model} inPage />;
  const personal = PERSONAL[part];
  if (program === null || (personal && me === null)) return null;
  return <LazyPanel model={model} page={personal ?? (part as LazyPart)} bare={!!personal} />;
};

const show = async (model: AppModel): Promise<void> => {
  await rest();
  model.shown.value = true;
};

/** One thing after the other, so that none keeps a slow telephone waiting. */
const welcome = async (model: AppModel): Promise<void> => {
  await show(model);
  await rest();
  void model.session.refresh();
  // A chunk that does not come costs a smile and nothing else.
  import('./celebration.ts').then(
    ({ watchForJoy }) => watchForJoy(model),
    () => undefined,
  );
};

const addDialog = (model: AppModel, sheets: readonly CSSStyleSheet[]): PanelModule['dialog'] => {
  const { language } = model.words;
  const root = addHost('okaeri-widget', sheets);
  root.host.setAttribute('lang', language);
  root.host.setAttribute('dir', directionOf(language));
  render(<App model={model} />, root);
  const dialog = root.querySelector('dialog');
  dialog?.addEventListener('close', () => model.emit('close', undefined));
  return {
    async open(page) {
      if (isPage(page)) model.page.value = page;
      // The tap is over before the page behind is laid out anew, which takes its own time.
      await rest();
      putHosts();
      // Meanwhile it may have been opened, or have gone with the widget.
      if (!dialog?.isConnected || dialog.open) return;
      dialog.showModal();
      model.emit('open', undefined);
      void welcome(model);
    },
    isOpen: () => dialog?.open ?? false,
    close: () => dialog?.close(),
    remove() {
      dialog?.close();
      render(null, root);
      removeHost(root.host);
    },
  };
};

/** Makes the core of one widget: its model, its dialog, and what it draws elsewhere. */
export const createCore = async (
  context: Pick<Context, 'session' | 'snippet' | 'messages' | 'theme' | 'open' | 'speak'> &
    Pick<AppModel, 'emit' | 'hears'>,
): Promise<PanelModule> => {
  const { language } = context.messages;
  const texts = await loadPanelTexts(language);
  await rest();
  let dialog: PanelModule['dialog'] | undefined;
  const model = createModel({
    ...context,
    texts,
    language,
    openPanel: () => context.open(),
    isOpen: () => dialog?.isOpen() ?? false,
  });
  const sheets = [sheetOf(tokens + frame + home), context.theme];
  dialog = addDialog(model, sheets);
  await rest();
  return {
    dialog,
    draw(part, root) {
      root.adoptedStyleSheets = sheets;
      root.host.setAttribute('lang', language);
      root.host.setAttribute('dir', directionOf(language));
      render(<Inline model={model} part={part} />, root);
      void show(model);
      return () => render(null, root);
    },
    stop: model.stop,
  };
};
