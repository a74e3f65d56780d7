import type { FirstChunk, LoadedApi, QueuedCall, Snippet } from './types.ts';

type Page = Window & { okaeri?: unknown };

const page: Page = window;
const METHODS = ['open', 'close', 'identify', 'on', 'off', 'refresh', 'destroy'] as const;
/** After a failed load: again in a moment, then less and less often, then no more. */
const RETRY_MS = [1000, 5000, 30_000];

const snippetOf = (script: HTMLScriptElement): Snippet =>
  Object.assign(
    { shop: '', token: null, tokenUrl: null, lang: null, signInUrl: null, shareUrl: null },
    script.dataset,
    // …/widget/v1/okaeri.js: the server is two folders up.
    { baseUrl: new URL('../..', script.src).href.replace(/\/$/, '') },
  );

/** Stands in for the API until it is there: calls wait in order, and one that fails stops no other. */
const boot = (script: HTMLScriptElement): void => {
  const queue: QueuedCall[] = Array.isArray(page.okaeri) ? [...page.okaeri] : [];
  let api: LoadedApi | undefined;
  let destroyed = false;

  const call = ([name, ...parameters]: QueuedCall): void => {
    if (name === 'destroy') {
      destroyed = true;
      delete page.okaeri;
    }
    if (api === undefined) {
      queue.push([name, ...parameters]);
      return;
    }
    try {
      (api[name] as (...given: unknown[]) => void)(...parameters);
    } catch (error) {
      // Never thrown into the shop's own code.
      console.error('okaeri:', error);
    }
  };

  const methods = METHODS.map((name) => [
    name,
    (...parameters: unknown[]) => {
      call([name, ...parameters]);
      // What listens can be stopped, whether the API is there by then or not.
      return name === 'on' ? () => call(['off', ...parameters]) : undefined;
    },
  ]);
  page.okaeri = Object.assign(Object.fromEntries(methods), {
    // As many at once as an array would take.
    push: (...calls: QueuedCall[]) => calls.forEach(call),
  });

  const load = async (attempt: number): Promise<void> => {
    try {
      // A failed import is remembered by its address, so each attempt has one of its own.
      const again = attempt > 0 ? `?${attempt}` : '';
      const first = (await import(
        /* @vite-ignore */ new URL(__FIRST_CHUNK__ + again, script.src).href
      )) as FirstChunk;
      if (destroyed) return;
      api = first.start(snippetOf(script));
      queue.splice(0).forEach(call);
    } catch {
      const waitMs = RETRY_MS[attempt];
      if (waitMs !== undefined && !destroyed) setTimeout(() => void load(attempt + 1), waitMs);
    }
  };
  void load(0);
};

const script = document.currentScript;
// A second copy of the snippet, or a page without what the widget needs, changes nothing.
if (
  script instanceof HTMLScriptElement &&
  !(page.okaeri as { open?: unknown } | undefined)?.open &&
  'adoptedStyleSheets' in document
)
  boot(script);
