import { getItem, setItem } from '@okaeri/client/device';
import { createSession, type Session } from '@okaeri/client/session';
import { loadFirstMessages } from '../i18n/first.ts';
import { pickLanguage } from '../i18n/languages.ts';
import { saveReferral } from '../lib/referral-link.ts';
import type { LoadedApi, Snippet } from '../loader/types.ts';
import { setContext, type Context } from './context.ts';
import { defineElements } from './elements.ts';
import { createEvents, type EventOf } from './events.ts';
import { removeHosts } from './host-page.ts';
import { addLauncher } from './launcher.ts';
import type { PanelHandle, PanelModule } from './panel-module.ts';
import { createTheme } from './theme.ts';

/** What happens to the shopper without anything done here: found only where the page listens. */
const HAPPENINGS = /earn|tier|badge/;

/** Fetches the core once; a chunk that did not come may come next time. */
const createCoreLoader = (context: () => Promise<Context>, eventOf: EventOf) => {
  let core: Promise<PanelModule> | undefined;
  return {
    close: (): void => void core?.then(({ close }) => close()),
    /** Takes away what was drawn; a later load draws anew. */
    remove() {
      core?.then(
        ({ stop }) => stop(),
        () => undefined,
      );
      core = undefined;
    },
    load: (): Promise<PanelModule> => {
      core ??= Promise.all([import('../app/core.tsx'), context()]).then(([{ createCore }, ready]) =>
        createCore({
          ...ready,
          emit: (name, detail) => eventOf(name).emit(detail),
          hasListener: (name) => eventOf(name).hasListeners(),
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
const reportSetupErrors = (session: Session, snippet: Snippet): (() => void) =>
  session.onFault((fault) => {
    import('./report-setup-errors.ts').then(
      ({ reportSetupError }) => reportSetupError(fault, snippet),
      () => undefined,
    );
  });

const loadDialog = async (loadCore: Context['loadCore']): Promise<PanelHandle> =>
  (await loadCore()).loadDialog();

/** Puts the launcher and the elements to work. The answer takes them away again. */
const mountElements = (context: Context, eventOf: EventOf): (() => void) => {
  const { session } = context;
  setContext(context);
  const launcher = addLauncher(context, {
    open: () => context.open(),
    intend: () => void loadDialog(context.loadCore).catch(() => undefined),
  });
  const stopBalance = session.subscribe(({ me }) => {
    if (me)
      eventOf('balance').emit({ available: me.balance.available, pending: me.balance.pending });
  });
  return () => {
    stopBalance();
    launcher.remove();
    // Elements let go of what was drawn into them before the core goes.
    setContext(null);
  };
};

/** Starts the widget on a page: the launcher and the inline elements. The rest comes on first intent. */
export const start = (snippet: Snippet): LoadedApi => {
  const session = createSession({ ...snippet, publicKey: snippet.shop });
  const theme = createTheme();
  const eventOf = createEvents();
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
  const core = createCoreLoader(() => context, eventOf);
  let context = createContext();
  const open = (page?: string): void => {
    loadDialog(core.load)
      .then((dialog) => dialog.open(page))
      .catch((error: unknown) => console.error('okaeri:', error));
  };
  saveReferral(snippet.shop);
  defineElements();
  const stopTheme = session.subscribe(({ program }) => theme.apply(program?.appearance));
  const stopFaults = reportSetupErrors(session, snippet);
  const begin = async (): Promise<void> => {
    const ready = await context;
    if (!destroyed) unmountElements = mountElements(ready, eventOf);
  };
  void begin();
  const refreshWhenSeen = (): void => {
    if (document.visibilityState === 'visible') void session.refresh();
  };
  document.addEventListener('visibilitychange', refreshWhenSeen);
  void session.refresh().then(() => eventOf('ready').emit(undefined));

  return {
    open,
    close: core.close,
    identify: (token) => void session.identify(token),
    on(name, listener) {
      eventOf(name).on(listener);
      if (HAPPENINGS.test(name))
        import('./watch-happenings.ts').then(
          ({ watchHappenings }) => watchHappenings(session, snippet.shop, eventOf),
          () => undefined,
        );
    },
    off: (name, listener) => eventOf(name).off(listener),
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
