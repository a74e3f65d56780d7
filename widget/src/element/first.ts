import { getItem, setItem } from '@okaeri/client/device';
import { createEmitter, type Emitter } from '@okaeri/client/emitter';
import { createSession, type Session } from '@okaeri/client/session';
import { loadFirstMessages } from '../i18n/first.ts';
import { pickLanguage } from '../i18n/languages.ts';
import { saveReferral } from '../lib/referral-link.ts';
import type { OkaeriApi, OkaeriEvents, Snippet } from '../loader/types.ts';
import { setContext, type Context } from './context.ts';
import { defineElements } from './elements.ts';
import { removeHosts } from './host-page.ts';
import { addLauncher } from './launcher.ts';
import type { PanelModule } from './panel-module.ts';
import { createTheme } from './theme.ts';

type Events = { [Name in keyof OkaeriEvents]: Emitter<OkaeriEvents[Name]> };

const createEvents = (): Events => ({
  ready: createEmitter(),
  open: createEmitter(),
  close: createEmitter(),
  redeem: createEmitter(),
  apply: createEmitter(),
  release: createEmitter(),
  balance: createEmitter(),
  leave: createEmitter(),
});

const removeCore = async (core: Promise<PanelModule> | undefined): Promise<void> => {
  const loaded = await core?.catch(() => undefined);
  loaded?.stop();
};

/** Fetches the core once; a chunk that did not come may come next time. */
const createCoreLoader = (context: () => Promise<Context>, events: Events) => {
  let core: Promise<PanelModule> | undefined;
  return {
    close: (): void => void core?.then(({ close }) => close()),
    /** Takes away what was drawn; a later load draws anew. */
    remove() {
      void removeCore(core);
      core = undefined;
    },
    load: (): Promise<PanelModule> => {
      core ??= Promise.all([import('../app/core.tsx'), context()]).then(([{ createCore }, ready]) =>
        createCore({
          ...ready,
          emit: (name, detail) => events[name].emit(detail as never),
          hasListener: (name) => events[name].hasListeners(),
        }),
      );
      core.catch(() => {
        core = undefined;
      });
      return core;
    },
  };
};

/** What goes wrong is reported to the person who set the page up; only then is there anything to fetch for it. */
const reportSetupErrors = (session: Session, snippet: Snippet): (() => void) => {
  let reporter: Promise<(fault: never) => void> | undefined;
  return session.onFault((fault) => {
    reporter ??= import('./report-setup-errors.ts').then(({ createSetupErrorReporter }) =>
      createSetupErrorReporter(snippet),
    );
    reporter.then(
      (report) => report(fault as never),
      () => undefined,
    );
  });
};

/** Puts the launcher and the elements to work. The answer takes them away again. */
const mountElements = (context: Context, events: Events): (() => void) => {
  const { session, loadCore } = context;
  setContext(context);
  const launcher = addLauncher(context, {
    open: () => context.open(),
    intend: () => {
      loadCore()
        .then(({ loadDialog }) => loadDialog())
        .catch(() => undefined);
    },
  });
  const stopBalance = session.subscribe(({ me }) => {
    if (me) events.balance.emit({ available: me.balance.available, pending: me.balance.pending });
  });
  return () => {
    stopBalance();
    launcher.remove();
    // Elements let go of what was drawn into them before the core goes.
    setContext(null);
  };
};

const announceReady = async (session: Session, events: Events): Promise<void> => {
  await session.refresh();
  events.ready.emit(undefined);
};

/** Starts the widget on a page: the launcher and the inline elements. The rest comes on first intent. */
export const start = (snippet: Snippet): OkaeriApi => {
  const session = createSession({ ...snippet, publicKey: snippet.shop });
  const theme = createTheme();
  const events = createEvents();
  let destroyed = false;
  let unmountElements = (): void => undefined;
  const chosen = `language:${snippet.shop}`;
  const createContext = async (): Promise<Context> => ({
    session,
    snippet,
    // What the shopper has chosen on this device comes before what the page speaks.
    messages: await loadFirstMessages(pickLanguage(getItem(chosen) ?? snippet.lang)),
    theme: theme.sheet,
    loadCore: core.load,
    open,
    setLanguage(language) {
      setItem(chosen, language);
      unmountElements();
      core.remove();
      context = createContext();
      void begin();
      open('profile');
    },
  });
  const core = createCoreLoader(() => context, events);
  let context = createContext();
  const open = (page?: string): void => {
    core
      .load()
      .then(({ loadDialog }) => loadDialog())
      .then((dialog) => dialog.open(page))
      .catch((error: unknown) => console.error('okaeri:', error));
  };
  saveReferral(snippet.shop);
  defineElements();
  const stopTheme = session.subscribe(({ program }) => theme.apply(program?.appearance));
  const stopFaults = reportSetupErrors(session, snippet);
  const begin = async (): Promise<void> => {
    const ready = await context;
    if (!destroyed) unmountElements = mountElements(ready, events);
  };
  void begin();
  const refreshWhenSeen = (): void => {
    if (document.visibilityState === 'visible') void session.refresh();
  };
  document.addEventListener('visibilitychange', refreshWhenSeen);
  void announceReady(session, events);

  return {
    open,
    close: () => core.close(),
    identify: (token) => void session.identify(token),
    on: (name, listener) => void events[name].on(listener),
    refresh: () => void session.refresh(),
    destroy() {
      destroyed = true;
      document.removeEventListener('visibilitychange', refreshWhenSeen);
      for (const stop of [stopTheme, stopFaults, unmountElements]) stop();
      core.remove();
      removeHosts();
      session.end();
    },
  };
};
