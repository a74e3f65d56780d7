import type { FirstChunk, LoadedApi, QueuedCall, Snippet } from './types.ts';

type Page = Window & { okaeri?: unknown };

const page: Page = window;
const METHODS = ['open', 'close', 'identify', 'on', 'off', 'refresh', 'destroy'] as const;
/** After a failed load: again in a moment, then less and less often, then no more. */
const TRIES = 3;

/** What the snippet says: in attributes, or in its address, where a tag manager has taken those away. */
const snippetOf = (script: HTMLScriptElement): Snippet => {
  const { searchParams } = new URL(script.src);
  const say = (name: string): string | null =>
    script.getAttribute(`data-${name}`) ?? searchParams.get(name);
  return {
    // …/widget/v1/okaeri.js: the server is two folders up.
    baseUrl: new URL('../..', script.src).href.replace(/\/$/, ''),
    shop: say('shop') ?? '',
    // Never in an address, which is kept in many places. An empty one is a guest's.
    token: script.getAttribute('data-token') || null,
    tokenUrl: say('token-url'),
    lang: say('lang'),
    signInUrl: say('sign-in-url'),
    shareUrl: say('share-url'),
  };
};

/** Keeps the places of blocks as high as they were drawn last on this device, before anything else is there. */
const keptPlaces = (shop: string): CSSStyleSheet => {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = document.adoptedStyleSheets.concat(sheet);
  try {
    sheet.replaceSync(localStorage.getItem(`okaeri:places:${shop}`) ?? '');
  } catch {
    // Storage is blocked: nothing is known.
  }
  return sheet;
};

/** Stands in for the API until it is there: calls wait in order, and one that fails stops no other. */
const boot = (script: HTMLScriptElement): void => {
  const said = snippetOf(script);
  const snippet = { ...said, places: keptPlaces(said.shop) };
  const queue: QueuedCall[] = Array.isArray(page.okaeri) ? [...page.okaeri] : [];
  let api: LoadedApi | undefined;
  let destroyed = false;

  const call = ([name, ...parameters]: QueuedCall): void => {
    if (name === 'destroy') {
      destroyed = true;
      delete page.okaeri;
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
        (sheet) => sheet !== snippet.places,
      );
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

  const standIn: Record<string, unknown> = {
    shop: snippet.shop,
    // As many at once as an array would take.
    push: (...calls: QueuedCall[]) => calls.forEach(call),
  };
  for (const name of METHODS)
    standIn[name] = (...parameters: unknown[]) => {
      call([name, ...parameters]);
      // What listens can be stopped, whether the API is there by then or not.
      return name === 'on' ? () => call(['off', ...parameters]) : undefined;
    };
  page.okaeri = standIn;

  const load = async (attempt: number): Promise<void> => {
    try {
      // A failed import is remembered by its address, so each attempt has one of its own.
      const again = attempt > 0 ? `?${attempt}` : '';
      const first = (await import(
        /* @vite-ignore */ new URL(__FIRST_CHUNK__ + again, script.src).href
      )) as FirstChunk;
      if (destroyed) return;
      api = first.start(snippet);
      queue.splice(0).forEach(call);
    } catch (error) {
      if (destroyed) return;
      if (attempt < TRIES) setTimeout(() => void load(attempt + 1), 1000 * 5 ** attempt);
      else console.error('okaeri:', error);
    }
  };
  void load(0);
};

// A module does not know its element.
const script = (document.currentScript ??
  document.querySelector('script[src*="/okaeri.js"]')) as HTMLScriptElement | null;
const started = (page.okaeri as { shop?: string } | undefined)?.shop;
if (!script?.src) console.error('okaeri: Load okaeri.js from your server, by its address.');
else if (started !== undefined) {
  // A second copy of the snippet changes nothing.
  if (started !== snippetOf(script).shop)
    console.error('okaeri: Two snippets with two keys: the first counts.');
} else if ('adoptedStyleSheets' in document) boot(script);
