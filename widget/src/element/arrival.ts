import { getItem, setItem } from '@okaeri/client/device';
import type { Me } from '@okaeri/shared/storefront';
import { formatCount, formatPoints } from '../i18n/format.ts';
import { countUp } from '../lib/count-up.ts';
import { sheetOf } from '../styles/sheet.ts';
import css from './arrival.css?inline';
import type { Context } from './context.ts';
import { happeningsOf, toldOf } from '../lib/happening-rules.ts';

/** How long the bubble is there. */
const SEEN_MS = 4000;
const FADE_MS = 120;

const sheet = sheetOf(css);

/** What of the launcher moves. */
interface Launcher {
  readonly context: Context;
  readonly root: ShadowRoot;
  readonly button: HTMLElement;
  readonly label: HTMLElement;
}

/** How many points have arrived; none for what was the shopper's before, or was shown by another page of the shop. */
const arrivedOf = ({ snippet }: Context, before: Me, me: Me): number => {
  const name = `arrived:${snippet.shop}`;
  const shownAt = getItem(name) ?? '';
  if (before.asOf < shownAt) return 0;
  const earned = happeningsOf(toldOf(before, null), me, []).find(({ name: it }) => it === 'earn');
  if (earned?.name !== 'earn') return 0;
  setItem(name, me.asOf);
  return earned.detail.points;
};

/** Shows a bubble over the launcher for a while; not while somebody looks at it. */
const showBubble = ({ root, button }: Launcher, text: string): void => {
  // Beside the button, which is called by what stands in it.
  const bubble = document.createElement('span');
  bubble.className = 'bubble';
  bubble.part.add('bubble');
  bubble.ariaHidden = 'true';
  bubble.textContent = text;
  bubble.addEventListener('click', () => button.click());
  root.append(bubble);
  const leave = (): void => {
    if (root.querySelector(':hover, :focus-visible')) {
      setTimeout(leave, FADE_MS);
      return;
    }
    bubble.classList.add('gone');
    setTimeout(() => {
      bubble.parentNode?.removeChild(bubble);
      button.classList.remove('hop');
    }, FADE_MS);
  };
  setTimeout(leave, SEEN_MS);
};

/** Says it once to who does not see it. */
const say = (root: ShadowRoot, text: string): void => {
  const line = document.createElement('p');
  line.role = 'status';
  line.style.cssText = 'position:absolute;clip-path:inset(50%);inline-size:1px;overflow:hidden';
  root.append(line);
  // A region that is there before its text is read out.
  setTimeout(() => (line.textContent = text), FADE_MS);
  setTimeout(() => line.parentNode?.removeChild(line), SEEN_MS * 3);
};

/** Lets points arrive: one hop, the number counts up, a bubble says how many. */
export const arrive = (launcher: Launcher, before: Me, me: Me, shown: string): void => {
  const { context, root, button, label } = launcher;
  const { language } = context.messages;
  const { program } = context.session.state;
  const points = arrivedOf(context, before, me);
  if (points === 0 || program === null) {
    label.textContent = shown;
    return;
  }
  if (!root.adoptedStyleSheets.includes(sheet))
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const { available } = me.balance;
  const counts = shown === formatCount(available, language);
  countUp(before.balance.available, available, (value) => {
    label.textContent = counts ? formatCount(value, language) : shown;
  });
  button.classList.add('hop');
  const came = `+${formatPoints(points, program, language)}`;
  showBubble(launcher, came);
  say(root, `${came}. ${formatPoints(available, program, language)}`);
};
