import type { PanelHandle } from '../app/core.tsx';
import { createSession } from '../app/session.ts';
import { pickMessages } from '../i18n/first.ts';
import { createEmitter, type Emitter } from '../lib/emitter.ts';
import type { OkaeriApi, OkaeriEvents, Snippet } from '../loader/types.ts';
import { setContext, type Context } from './context.ts';
import { defineElements } from './elements.ts';
import { removeHosts } from './host-page.ts';
import { addLauncher } from './launcher.ts';

type Events = { [Name in keyof OkaeriEvents]: Emitter<OkaeriEvents[Name]> };

const createEvents = (): Events => ({
  ready: createEmitter(),
  open: createEmitter(),
  close: createEmitter(),
  redeem: createEmitter(),
  balance: createEmitter(),
});

/** Starts the widget on a page: the launcher and the inline elements. The rest comes on first intent. */
export const start = (snippet: Snippet): OkaeriApi => {
  const session = createSession(snippet);
  const messages = pickMessages(snippet.lang);
  const context: Context = { session, messages };
  const events = createEvents();
  let core: Promise<PanelHandle> | undefined;

  const loadCore = (): Promise<PanelHandle> => {
    core ??= import('../app/core.tsx').then(({ mountPanel }) =>
      mountPanel({ ...context, onEvent: (name, detail) => events[name].emit(detail as never) }),
    );
    // A chunk that did not come may come next time.
    core.catch(() => {
      core = undefined;
    });
    return core;
  };
  const open = (): void => {
    loadCore().then(
      (panel) => panel.open(),
      (error: unknown) => console.error('okaeri:', error),
    );
  };

  defineElements();
  setContext(context);
  const launcher = addLauncher(context, {
    open,
    intend: () => void loadCore().catch(() => undefined),
  });
  const stop = session.subscribe(({ me }) => {
    if (me) events.balance.emit({ available: me.balance.available, pending: me.balance.pending });
  });
  const refreshWhenSeen = (): void => {
    if (document.visibilityState === 'visible') void session.refresh();
  };
  document.addEventListener('visibilitychange', refreshWhenSeen);
  void session.refresh().then(() => events.ready.emit(undefined));

  return {
    open,
    close: () => void core?.then((panel) => panel.close()),
    identify: (token) => void session.identify(token),
    on: (name, listener) => void events[name].on(listener),
    destroy() {
      document.removeEventListener('visibilitychange', refreshWhenSeen);
      stop();
      launcher.remove();
      void core?.then((panel) => panel.remove());
      setContext(null);
      removeHosts();
    },
  };
};
