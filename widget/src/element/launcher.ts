import { getItem, setItem } from '@okaeri/client/device';
import type { Me } from '@okaeri/shared/storefront';
import { formatCount, localize } from '../i18n/format.ts';
import { directionOf } from '../i18n/languages.ts';
import { sheetOf } from '../styles/sheet.ts';
import type { Context } from './context.ts';
import { DOOR } from '../lib/door.ts';
import { addHost, removeHost } from './host-page.ts';
import css from './launcher.css?inline';

const SVG = 'http://www.w3.org/2000/svg';

const icon = (): SVGSVGElement => {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', DOOR);
  svg.append(path);
  return svg;
};

/** Which news there is: what has a dot until the panel was opened over it. */
const newsOf = (me: Me | null): string => me?.nudges.map(({ at }) => at).join() ?? '';

const createButton = (label: HTMLElement): HTMLButtonElement => {
  const button = document.createElement('button');
  button.type = 'button';
  button.part.add('launcher');
  button.setAttribute('aria-haspopup', 'dialog');
  button.append(icon(), label);
  return button;
};

/** Puts the launcher where the theme wants it, or nowhere. */
const place = (host: HTMLElement, context: Context): void => {
  const { launcher } = context.session.state.program?.appearance ?? {};
  // Nothing is shown until something is known: a button with a wrong number is worse than none.
  host.hidden = !launcher?.shown;
  host.setAttribute('position', `${launcher?.position}`);
  host.style.setProperty('--_offset', `${launcher?.offsetPx}px`);
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
  const label = document.createElement('span');
  const button = createButton(label);
  // Where storage is blocked the dot comes back with the next page.
  const seenName = `seen:${snippet.shop}`;
  let seen = getItem(seenName);
  root.append(button);

  let before: Me | null = null;
  const render = (): void => {
    place(host, context);
    const { program, me, signedIn } = session.state;
    const name = program ? localize(program.name, language) : '';
    const own = program?.appearance.launcher.label;
    const points = me && formatCount(me.balance.available, language);
    const shown = own ? localize(own, language) : (points ?? (signedIn ? name : messages.join));
    const was = before;
    before = me ?? was;
    const finish = (): void => {
      label.textContent = shown;
    };
    if (was && me && me.balance.available > was.balance.available)
      import('./arrival.ts').then(
        ({ arrive }) => arrive({ context, root, button, label }, was, me, shown),
        finish,
      );
    else finish();
    const news = newsOf(me);
    button.classList.toggle('news', news !== '' && news !== seen);
    // What is seen is part of what is said, for anyone who steers by voice.
    button.setAttribute('aria-label', `${messages.open(name)}: ${shown}`);
  };
  const press = (): void => {
    // A dot that was seen does not come back on the next page.
    seen = newsOf(session.state.me);
    setItem(seenName, seen);
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
