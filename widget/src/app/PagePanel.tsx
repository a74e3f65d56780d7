import { render, type JSX } from 'preact';
import { addHost, putHosts, removeHost } from '../element/host-page.ts';
import type { PanelHandle } from '../element/panel-module.ts';
import { yieldToMain } from '../lib/yield-to-main.ts';
import { sheetOf } from '../styles/sheet.ts';
import { App, Frame } from './App.tsx';
import dialogCss from './dialog.css?inline';
import { hearSwallowed } from './hear-swallowed.ts';
import type { AppModel } from './model.ts';
import { isPage } from './panels.ts';

/** The whole programme inside the shop's page. */
export const Panel = ({ model }: { model: AppModel }): JSX.Element => (
  <Frame model={model} inPage />
);

/** Draws the dialog, closed. */
export const addDialog = (model: AppModel, sheets: readonly CSSStyleSheet[]): PanelHandle => {
  const root = addHost('okaeri-widget', [sheetOf(dialogCss), ...sheets]);
  render(<App model={model} />, root);
  const dialog = root.querySelector('dialog');
  dialog?.addEventListener('close', () => model.emit('close', undefined));
  // The launcher is there before this, and opens by itself where a page only stops clicks.
  const launcher = document.querySelector('okaeri-launcher')?.shadowRoot;
  const stopHearing = [root, ...(launcher ? [launcher] : [])].map(hearSwallowed);
  return {
    async open(page) {
      if (page && isPage(page)) model.page.value = page;
      // The tap is over before the page behind is laid out anew, which takes its own time.
      await yieldToMain();
      putHosts();
      // Meanwhile it may have been opened, or have gone with the widget.
      if (!dialog?.isConnected || dialog.open) return;
      // What was shown at the last opening is gone with this one; from here on news may come.
      model.news.value = [];
      dialog.showModal();
      model.emit('open', undefined);
      void welcome(model, root);
    },
    isOpen: () => dialog?.open ?? false,
    close: () => dialog?.close(),
    remove() {
      for (const stop of stopHearing) stop();
      dialog?.close();
      render(null, root);
      removeHost(root.host);
    },
  };
};

/** One thing after the other, so that none keeps a slow telephone waiting. */
async function welcome(model: AppModel, root: ShadowRoot): Promise<void> {
  await yieldToMain();
  model.shown.value = true;
  await yieldToMain();
  void model.session.refresh();
  // A chunk that does not come costs the news and nothing else.
  import('../me/watch-news.ts').then(
    ({ watchNews }) => watchNews(model, root),
    () => undefined,
  );
}
