import { render } from 'preact';
import { addHost, putHosts, removeHost } from '../element/host-page.ts';
import type { Context } from '../element/context.ts';
import type { PanelModule } from '../element/panel-module.ts';
import { directionOf } from '../i18n/languages.ts';
import { loadTexts } from '../i18n/load.ts';
import { sheetOf } from '../styles/sheet.ts';
import tokens from '../styles/tokens.css?inline';
import { App } from './App.tsx';
import { yieldToMain } from '../lib/yield-to-main.ts';
import { createModel, type AppModel } from './model.ts';
import frame from './frame.css?inline';
import home from './home.css?inline';
import { isPage } from './panels.ts';

const show = async (model: AppModel): Promise<void> => {
  await yieldToMain();
  model.shown.value = true;
};

/** One thing after the other, so that none keeps a slow telephone waiting. */
const welcome = async (model: AppModel): Promise<void> => {
  await show(model);
  await yieldToMain();
  void model.session.refresh();
  // A chunk that does not come costs a smile and nothing else.
  import('./celebration.ts').then(
    ({ watchForCelebrations }) => watchForCelebrations(model),
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
      if (page && isPage(page)) model.page.value = page;
      // The tap is over before the page behind is laid out anew, which takes its own time.
      await yieldToMain();
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
  context: Pick<Context, 'session' | 'snippet' | 'messages' | 'theme' | 'open' | 'setLanguage'> &
    Pick<AppModel, 'emit' | 'hasListener'>,
): Promise<PanelModule> => {
  const { language } = context.messages;
  const texts = await loadTexts(language);
  await yieldToMain();
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
  await yieldToMain();
  return {
    dialog,
    model,
    sheets,
    stop: model.stop,
  };
};
