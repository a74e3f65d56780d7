import { formatCount, localize } from '../i18n/format.ts';
import { sheetOf } from '../styles/sheet.ts';
import tokens from '../styles/tokens.css?inline';
import type { Context } from './context.ts';
import { addHost } from './host-page.ts';
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

/** The button in the corner: plain DOM, because every page view pays for it. */
export const addLauncher = (
  { session, messages }: Context,
  acts: { open: () => void; intend: () => void },
): { host: HTMLElement; remove: () => void } => {
  const root = addHost('okaeri-launcher', [sheetOf(tokens), sheetOf(css)]);
  const host = root.host as HTMLElement;
  const button = document.createElement('button');
  const label = document.createElement('span');
  button.type = 'button';
  button.part.add('launcher');
  button.setAttribute('aria-haspopup', 'dialog');
  button.append(icon(), label);
  root.append(button);
  button.addEventListener('click', acts.open);
  for (const intent of ['pointerenter', 'focus', 'touchstart'])
    button.addEventListener(intent, acts.intend, { once: true, passive: true });

  const render = (): void => {
    const { program, me, signedIn } = session.state;
    // Nothing is shown until something is known: a button with a wrong number is worse than none.
    host.hidden = program === null;
    if (program === null) return;
    const name = localize(program.name, messages.$code);
    const points = me && formatCount(me.balance.available, messages.$code);
    const shown = points ?? (signedIn ? name : messages.join);
    label.textContent = shown;
    // What is seen is part of what is said, for whoever steers by voice.
    button.setAttribute('aria-label', `${messages.open(name)}: ${shown}`);
  };
  const stop = session.subscribe(render);
  render();
  return {
    host,
    remove() {
      stop();
      host.remove();
    },
  };
};
