import type { Context } from '../element/context.ts';
import type { PanelHandle, PanelModule } from '../element/panel-module.ts';
import { loadTexts } from '../i18n/load.ts';
import { yieldToMain } from '../lib/yield-to-main.ts';
import { sheetOf } from '../styles/sheet.ts';
import tokens from '../styles/tokens.css?inline';
import frame from './frame.css?inline';
import home from './home.css?inline';
import { createModel, type AppModel } from './model.ts';

/** Makes the core of one widget: its model, and the dialog once it is wanted. */
export const createCore = async (
  context: Pick<Context, 'session' | 'snippet' | 'messages' | 'theme' | 'open' | 'setLanguage'> &
    Pick<AppModel, 'emit' | 'hasListener'>,
): Promise<PanelModule> => {
  const { language } = context.messages;
  const texts = await loadTexts(language);
  await yieldToMain();
  let dialog: PanelHandle | undefined;
  let coming: Promise<PanelHandle> | undefined;
  const model = createModel({
    ...context,
    texts,
    language,
    openPanel: () => context.open(),
    isOpen: () => dialog?.isOpen() ?? false,
  });
  const sheets = [sheetOf(tokens + frame + home), context.theme];
  const addDialog = async (): Promise<PanelHandle> => {
    const [{ addDialog: add }] = await Promise.all([
      import('./PagePanel.tsx'),
      model.words.load('panel'),
    ]);
    await yieldToMain();
    dialog = add(model, sheets);
    await yieldToMain();
    return dialog;
  };
  return {
    model,
    sheets,
    loadDialog() {
      coming ??= addDialog();
      // A chunk that did not come may come next time.
      coming.catch(() => (coming = undefined));
      return coming;
    },
    close: () => dialog?.close(),
    stop() {
      void coming?.then((drawn) => drawn.remove());
      model.stop();
    },
  };
};
