import { getItem, setItem } from '@okaeri/client/device';
import type { Snippet } from '../loader/types.ts';

/** How many places are remembered, the last ones. */
const MOST = 40;
/** What has said nothing for so long has nothing to say. */
const PATIENCE_MS = 3000;

/**
 * Remembers how high a block is drawn, by its name, its product and the width of the window, so that the loader keeps
 * its place on the next page. What a reader does in it may change it: from then on the place is not kept, and what
 * is remembered is how it was before. The answer ends it.
 */
export const keepPlace = (
  host: Element,
  box: HTMLElement,
  { shop, places }: Snippet,
): (() => void) => {
  const name = `places:${shop}`;
  const productId = host.getAttribute('product-id');
  const product = productId ? `[product-id="${CSS.escape(productId)}"]` : '';
  const rule = `@media(width:${innerWidth}px){:where(${host.localName}${product}){`;
  /** The lines of all other places, and one for this one. */
  const linesWith = (line: string): string =>
    [...(getItem(name) ?? '').split('\n').filter((other) => other && !other.startsWith(rule)), line]
      .slice(-MOST)
      .join('\n');
  const sizes = new ResizeObserver(() => {
    const { offsetHeight } = box;
    if (offsetHeight && !box.querySelector('[aria-busy=true]'))
      setItem(name, linesWith(`${rule}display:block;min-block-size:${offsetHeight}px}}`));
  });
  sizes.observe(box);
  const forgetting = setTimeout(() => {
    if (!box.offsetHeight) setItem(name, linesWith(''));
  }, PATIENCE_MS);
  // A key that does something clicks.
  host.addEventListener(
    'click',
    () => {
      sizes.disconnect();
      places?.replaceSync(linesWith(''));
    },
    { once: true },
  );
  return () => {
    sizes.disconnect();
    clearTimeout(forgetting);
    // What comes to the same document later finds its place, too.
    places?.replaceSync(getItem(name) ?? '');
  };
};
