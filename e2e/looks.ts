import { expect, type Page } from '@playwright/test';

/** A text that is hard to read where it stands. */
interface Unreadable {
  readonly text: string;
  readonly ratio: number;
  readonly colour: string;
  readonly ground: string;
}

/**
 * Every text that the widget shows on the page with less than 4.5 to 1 against what is
 * painted behind it; but for the lines of text, which take the colours of the page, good or bad.
 * Counts in the browser, by pixels, and shares no code with the widget.
 */
export const unreadable = (page: Page): Promise<Unreadable[]> =>
  page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const pixel = (colours: readonly string[]): number[] => {
      for (const colour of colours) {
        if (pen === null) break;
        pen.fillStyle = colour;
        pen.fillRect(0, 0, 1, 1);
      }
      return [...(pen?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
    };
    const light = (rgb: readonly number[]): number => {
      const [r = 0, g = 0, b = 0] = rgb.map((channel) => {
        const share = channel / 255;
        return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
    };
    const around = (element: Element): Element | null => {
      const root = element.getRootNode();
      return (
        element.assignedSlot ??
        element.parentElement ??
        (root instanceof ShadowRoot ? root.host : null)
      );
    };
    const probe = document.createElement('i');
    probe.style.setProperty('color', 'Canvas', 'important');
    document.documentElement.append(probe);
    const canvas = getComputedStyle(probe).color;
    probe.remove();
    const layersBehind = (element: Element): string[] => {
      const layers: string[] = [];
      let at: Element | null = element;
      for (; at !== null; at = around(at)) {
        const { backgroundColor, backgroundImage } = getComputedStyle(at);
        if (backgroundImage !== 'none') return ['picture'];
        layers.unshift(backgroundColor);
        if (!/(, 0|\/ 0|0\.\d+)\)$/.test(backgroundColor)) return layers;
        if (at instanceof HTMLDialogElement) return layers;
      }
      return [canvas, ...layers];
    };
    const found: Unreadable[] = [];
    const check = (text: Text): void => {
      const element = text.parentElement ?? around(text as unknown as Element);
      if (element === null || !text.data.trim()) return;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return;
      if (element.closest('.aloud, option') !== null) return;
      const layers = layersBehind(element);
      const { color } = getComputedStyle(element);
      const pair =
        layers[0] === 'picture'
          ? [0.05, 0.05]
          : [light(pixel(layers)), light(pixel([...layers, color]))];
      const [one = 1, other = 1] = pair.toSorted((a, b) => b - a);
      const ratio = Math.round((one / other) * 100) / 100;
      if (ratio < 4.5)
        found.push({ text: text.data.trim(), ratio, colour: color, ground: layers.join(' < ') });
    };
    const walk = (root: ShadowRoot): void => {
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) check(texts.currentNode as Text);
    };
    for (const host of document.querySelectorAll('*'))
      if (/^okaeri-(?!points|earn|stars)/.test(host.localName) && host.shadowRoot)
        walk(host.shadowRoot);
    return found;
  });

/** The launcher, wholly inside the window, with nothing over it. */
export const expectLauncherInSight = async (page: Page): Promise<void> => {
  await expect(page.locator('okaeri-launcher').getByRole('button')).toBeVisible();
  const seen = await page.evaluate(() => {
    const button = document.querySelector('okaeri-launcher')?.shadowRoot?.querySelector('button');
    if (!button) return null;
    const { left, right, top, bottom } = button.getBoundingClientRect();
    const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)?.localName;
    const { clientWidth, clientHeight } = document.documentElement;
    return {
      over,
      inside: left >= 0 && top >= 0 && right <= clientWidth && bottom <= clientHeight,
    };
  });
  expect(seen).toEqual({ over: 'okaeri-launcher', inside: true });
};

/** By how much the page is wider than its window. */
export const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.scrollingElement ?? document.documentElement;
    return scrollWidth - clientWidth;
  });
