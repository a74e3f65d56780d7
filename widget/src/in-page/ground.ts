import { isDark, isReadable, layOver, paintOf, type Paint } from './ground-rules.ts';

/** Tokens that are written right on the page, outside of any card. */
const TEXTS = ['text', 'text-quiet', 'accent-text', 'danger'];

/** What an element stands in, out of the roots of other elements too. */
const parentOf = (element: Element): Element | null =>
  element.assignedSlot ??
  element.parentElement ??
  (element.getRootNode() as Partial<ShadowRoot>).host ??
  null;

interface Ground {
  readonly paint: Paint;
  /** False where there is a picture, or a colour that cannot be read. */
  readonly sure: boolean;
}

/** What is painted behind an element by whatever it stands in. */
const groundOf = (element: Element, read: (css: string) => Paint | null): Ground => {
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  const paint = read(backgroundColor);
  const known = paint !== null && backgroundImage === 'none';
  if (paint?.[3] === 1) return { paint, sure: known };
  const parent = parentOf(element);
  const behind = parent
    ? groundOf(parent, read)
    : { paint: read('Canvas') ?? ([1, 1, 1, 1] as const), sure: true };
  return { paint: layOver(paint ?? [0, 0, 0, 0], behind.paint), sure: known && behind.sure };
};

/** Calls `look` when the page looks different: by the system, a class, a style, or a fade's end. */
const watch = (host: Element, look: () => void): (() => void) => {
  const { documentElement, body } = document;
  const ended = new AbortController();
  const { signal } = ended;
  let frame = 0;
  // However much changes at once, it is looked at once, when the page is painted anyway.
  const soon = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(look);
  };
  const changes = new MutationObserver(soon);
  for (const element of [documentElement, body]) changes.observe(element, { attributes: true });
  const sight = new IntersectionObserver(soon);
  sight.observe(host);
  matchMedia('(prefers-color-scheme:dark)').addEventListener('change', soon, { signal });
  documentElement.addEventListener(
    'transitionend',
    ({ propertyName }) => {
      if (propertyName.startsWith('background')) soon();
    },
    { signal },
  );
  return () => {
    ended.abort();
    changes.disconnect();
    sight.disconnect();
    cancelAnimationFrame(frame);
  };
};

/**
 * Keeps what is drawn into the shop's page readable there: light on dark and dark on light,
 * by what is painted behind it. Where not all of it can be read, or nobody knows what is behind, it
 * stands on a surface of its own. `look` looks anew, `stop` ends it.
 */
export const followGround = (
  root: ShadowRoot,
  box: HTMLElement,
): { look: () => void; stop: () => void } => {
  // An element that is never seen reads colours as the browser computes them.
  const probe = document.createElement('i');
  probe.hidden = true;
  const read = (css: string): Paint | null => {
    probe.style.color = `color(from ${css} srgb r g b / alpha)`;
    return paintOf(getComputedStyle(probe).color);
  };
  const look = (): void => {
    root.append(probe);
    probe.style.colorScheme = '';
    const { paint, sure } = groundOf(root.host, read);
    const scheme = isDark(paint) ? 'dark' : 'light';
    box.style.colorScheme = probe.style.colorScheme = scheme;
    // The letters are the page's, but for a font it has chosen for the widget.
    const { fontFamily } = getComputedStyle(root.host);
    box.style.setProperty('--_font', `var(--okaeri-font,${fontFamily})`);
    const readable = TEXTS.every((name) => isReadable(read(`var(--_${name})`) ?? paint, paint));
    box.classList.toggle('own', !sure || !readable);
    root.removeChild(probe);
  };
  look();
  return { look, stop: watch(root.host, look) };
};
