import type { MeAndProgram, PublicProgram } from '@okaeri/shared/storefront';
import type { Appearance } from '@okaeri/shared/appearance';
import { toPublicAppearance } from '@okaeri/shared/public-appearance';
import type { FrameAnswer, FrameMessage } from '../lib/frame-message.ts';
import css from './frame.css?inline';

/*
 * The page in which the console shows the widget: the real one, from the same script that shops
 * paste, asking the same server. Only the answer about the programme is changed on its way: the
 * appearance that is being made stands in it, as it will once it is saved.
 */

interface Widget {
  open(): void;
  refresh(): void;
  identify(token: string | null): void;
  on(name: string, listener: () => void): void;
}
const page = window as Window & { okaeri?: Widget | unknown[] };
const asked = new URLSearchParams(location.search);
const shop = asked.get('shop') ?? '';

let shown: FrameMessage | undefined;

const appearanceOf = ({ theme, texts }: Appearance, scheme: FrameMessage['scheme']) => {
  const mode = theme.mode === 'auto' ? scheme : theme.mode;
  return toPublicAppearance({ theme: { ...theme, mode }, texts });
};

const fetchAsIs = window.fetch.bind(window);
const modeOf = (mode: Appearance['theme']['mode'], scheme: FrameMessage['scheme']) =>
  mode === 'auto' ? scheme : mode;
const changed = (program: PublicProgram, by: FrameMessage): PublicProgram => {
  const appearance =
    by.appearance === null
      ? { ...program.appearance, mode: modeOf(program.appearance.mode, by.scheme) }
      : appearanceOf(by.appearance, by.scheme);
  return { ...program, appearance };
};

const STOREFRONT = `/storefront/v1/${shop}`;
const isAt = (url: URL, path: string): boolean =>
  url.origin === location.origin && url.pathname === `${STOREFRONT}${path}`;

/** An answer with the look that is being made in its programme, where there is one. */
const withLook = async (
  answer: Response,
  change: (body: object, by: FrameMessage) => object,
): Promise<Response> => {
  if (shown === undefined || !answer.ok) return answer;
  const body: unknown = await answer.json();
  return typeof body === 'object' && body !== null
    ? Response.json(change(body, shown), { status: 200 })
    : Response.json(body);
};

window.fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input, location.href);
  // The bodies are the storefront's own answers, of our own server.
  if (isAt(url, '/program'))
    return withLook(await fetchAsIs(input, init), (body, by) => changed(body as PublicProgram, by));
  if (!isAt(url, '/me') || !url.searchParams.has('program')) return fetchAsIs(input, init);
  // Where the shopper's answer would leave out a programme that is known, it is asked for all the same: the look of
  // the known one is that of before.
  url.searchParams.set('program', '');
  const asked = input instanceof Request ? new Request(url, input) : url;
  return withLook(await fetchAsIs(asked, init), (body, by) => {
    const { program, ...me } = body as MeAndProgram;
    return program === undefined ? me : { ...me, program: changed(program, by) };
  });
};

const answer = (kind: FrameAnswer['kind']): void =>
  parent.postMessage({ kind } satisfies FrameAnswer, location.origin);

const draw = (name: string, attributes: Readonly<Record<string, string>> = {}): HTMLElement => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
};

const part = (name: string): HTMLElement => draw('span', { class: name, 'aria-hidden': 'true' });

/** The outline of a product's page, with the widget's own elements in it. */
const drawPage = (): void => {
  const product = draw('main', { class: 'product' });
  const words = draw('div');
  words.append(
    part('title'),
    part('price'),
    draw('okaeri-earn', {
      'product-id': 'preview',
      price: asked.get('price') ?? '40',
      currency: asked.get('currency') ?? '',
    }),
    part(''),
    part(''),
    part('buy'),
  );
  product.append(part('image'), words);
  document.body.append(product);
};

const start = (first: FrameMessage): void => {
  drawPage();
  // What somebody has chosen in this frame before is not what the console asks for now.
  localStorage.removeItem(`okaeri:language:${shop}`);
  const script = draw('script', { src: '/widget/v1/okaeri.js', 'data-shop': shop });
  if (first.token !== null) script.dataset['token'] = first.token;
  script.dataset['lang'] = asked.get('lang') ?? 'en';
  page.okaeri = [
    ['on', 'ready', () => (page.okaeri as Widget).open()],
    ['on', 'open', () => answer('okaeri-open')],
  ];
  document.body.append(script);
};

const isMessage = (data: unknown): data is FrameMessage =>
  typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'okaeri-show';

window.addEventListener('message', ({ data, origin, source }) => {
  if (origin !== location.origin || source !== parent || !isMessage(data)) return;
  const before = shown;
  shown = data;
  document.documentElement.dataset['scheme'] = data.scheme;
  if (before === undefined) {
    start(data);
    return;
  }
  if (Array.isArray(page.okaeri) || page.okaeri === undefined) return;
  if (before.token === data.token) page.okaeri.refresh();
  else page.okaeri.identify(data.token);
});

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets = [sheet];
document.documentElement.lang = asked.get('lang') ?? 'en';
answer('okaeri-ready');
