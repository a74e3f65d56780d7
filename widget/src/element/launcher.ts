import { getItem, setItem } from '@okaeri/client/device';
import type { Me } from '@okaeri/shared/storefront';
import { formatCount, localize } from '../i18n/format.ts';
import { directionOf } from '../i18n/languages.ts';
import { sheetOf } from '../styles/sheet.ts';
import type { Context } from './context.ts';
import { addHost, removeHost } from './host-page.ts';
import css from './launcher.css?inline';

const SVG = 'http://www.w3.org/2000/svg';
// A door that stands open: okaeri, "welcome back".
const DOOR = 'M5 21V4a1 1 0 0 1 1-1h8v18M14 5l4-1.4V21M3 21h18M11 12h.01';

const icon = (): SVGSVGElement => {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  for (const [name, value] of Object.entries({
    d: DOOR,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '1.8',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  }))
    path.setAttribute(name, value);
  svg.append(path);
  return svg;
};

/** Which news there is: what has a dot until the panel was opened over it. */
const newsOf = (me: Me | null): string =>
  me?.nudges.map(({ kind, at }) => `${kind} ${at}`).join() ?? '';

/** What was seen of the news, kept so that a dot does not come back on the next page. */
const createSeen = (shop: string) => {
  const name = `seen:${shop}`;
  // Where storage is blocked the dot comes back with the next page.
  let seen = getItem(name);
  return {
    has: (news: string): boolean => news === '' || news === seen,
    save(news: string): void {
      seen = news;
      setItem(name, news);
    },
  };
};

const createButton = (): { button: HTMLButtonElement; label: HTMLSpanElement } => {
  const button = document.createElement('button');
  const label = document.createElement('span');
  button.type = 'button';
  button.part.add('launcher');
  button.setAttribute('aria-haspopup', 'dialog');
  button.append(icon(), label);
  return { button, label };
};

/** Puts the launcher where the theme wants it, or nowhere. */
const place = (host: HTMLElement, context: Context): void => {
  const { program } = context.session.state;
  const wanted = program?.appearance.launcher;
  // Nothing is shown until something is known: a button with a wrong number is worse than none.
  host.hidden = program === null || wanted?.shown === false;
  host.setAttribute('position', wanted?.position ?? 'end');
  host.style.setProperty('--_offset', `${wanted?.offsetPx ?? 20}px`);
};

/** The button in the corner: plain DOM, because every page view pays for it. */
export const addLauncher = (
  context: Context,
  acts: { open: () => void; intend: () => void },
): { remove: () => void } => {
  const { session, messages, snippet, theme } = context;
  const { language } = messages;
  const root = addHost('okaeri-launcher', [sheetOf(css), theme]);
  const host = root.host as HTMLElement;
  // In the same corner as the panel, whichever way the page is written.
  host.dir = directionOf(language);
  const { button, label } = createButton();
  const seen = createSeen(snippet.shop);
  root.append(button);

  const textOf = (): { name: string; shown: string } => {
    const { program, me, signedIn } = session.state;
    const name = program ? localize(program.name, language) : '';
    const own = program?.appearance.launcher.label;
    if (own) return { name, shown: localize(own, language) };
    const points = me && formatCount(me.balance.available, language);
    return { name, shown: points ?? (signedIn ? name : messages.join) };
  };
  const render = (): void => {
    place(host, context);
    const { name, shown } = textOf();
    label.textContent = shown;
    button.classList.toggle('news', !seen.has(newsOf(session.state.me)));
    // What is seen is part of what is said, for anyone who steers by voice.
    button.setAttribute('aria-label', `${messages.open(name)}: ${shown}`);
  };
  const press = (): void => {
    seen.save(newsOf(session.state.me));
    render();
    acts.open();
  };
  // A page that stops clicks stops no commands. Where both come, opening what is open does nothing.
  button.command = '--open';
  button.commandForElement = button;
  for (const pressed of ['click', 'command']) button.addEventListener(pressed, press);
  for (const intent of ['pointerenter', 'focus', 'touchstart'])
    button.addEventListener(intent, acts.intend, { once: true, passive: true });
  const stop = session.subscribe(render);
  render();
  return {
    remove() {
      stop();
      removeHost(host);
    },
  };
};
