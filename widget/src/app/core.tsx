import { render } from 'preact';
import { addHost } from '../element/host-page.ts';
import type { FirstMessages } from '../i18n/first.ts';
import { loadMessages } from '../i18n/load.ts';
import { sheetOf } from '../styles/sheet.ts';
import tokens from '../styles/tokens.css?inline';
import { App } from './App.tsx';
import { createModel, type AppModel } from './model.ts';
import css from './panel.css?inline';
import type { Session } from './session.ts';

/** The panel, as the first chunk holds it. */
export interface PanelHandle {
  open(): void;
  close(): void;
  remove(): void;
}

/** Puts the panel on the page, closed. */
export const mountPanel = async (parts: {
  session: Session;
  messages: FirstMessages;
  onEvent: AppModel['emit'];
}): Promise<PanelHandle> => {
  const language = parts.messages.$code;
  const messages = await loadMessages(language);
  const { session, onEvent: emit } = parts;
  const model = createModel({ session, messages, language, emit });
  const root = addHost('okaeri-widget', [sheetOf(tokens), sheetOf(css)]);
  root.host.setAttribute('lang', language);
  render(<App model={model} />, root);
  const dialog = root.querySelector('dialog');
  dialog?.addEventListener('close', () => emit('close', undefined));
  return {
    open() {
      if (dialog === null || dialog.open) return;
      dialog.showModal();
      emit('open', undefined);
      void session.refresh();
    },
    close: () => dialog?.close(),
    remove() {
      dialog?.close();
      render(null, root);
      model.stop();
      root.host.remove();
    },
  };
};
