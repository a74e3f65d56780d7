import type { Page } from '@playwright/test';

/** Makes all text of the widget twice as large, as browsers do that enlarge text alone. */
export const enlargeText = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    const sizes = roots
      .flatMap((root) => [...root.querySelectorAll<HTMLElement>('*')])
      .map((element) => [element, getComputedStyle(element)] as const)
      .map(([element, { fontSize, lineHeight }]) => [element, fontSize, lineHeight] as const);
    for (const [element, fontSize, lineHeight] of sizes) {
      element.style.setProperty('font-size', `calc(2 * ${fontSize})`, 'important');
      if (lineHeight !== 'normal')
        element.style.setProperty('line-height', `calc(2 * ${lineHeight})`, 'important');
    }
  });

/**
 * What of the widget cannot be seen wholly or reached: text that its box cuts off, what is wider than what it stands in
 * (a strip that scrolls sideways by itself is meant to be), and controls that do not come into sight when they have
 * the focus. Counts in the browser, by what is drawn there.
 */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const seen = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.closest('.aloud, svg, option, progress') === null;
    const nameOf = (element: Element): string =>
      `${element.localName}.${element.className} “${element.textContent.trim().slice(0, 40)}”`;
    const strips = (element: Element): Element | null => {
      for (let at: Element | null = element; at; at = at.parentElement)
        if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return at;
      return null;
    };
    const checkWidth = (element: Element): void => {
      // What is only drawn, and belongs to no words, may go to the edge.
      if (!element.textContent.trim() && !element.matches('button, input, select, textarea'))
        return;
      const { left, right } = element.getBoundingClientRect();
      const strip = strips(element);
      // What lies in a strip can be scrolled to; the panel itself is none.
      const isStrip = strip !== null && !/tabpanel|frame/.test(`${strip.role} ${strip.className}`);
      if (!isStrip && (right > innerWidth + 1 || left < -1))
        found.push(`too wide: ${nameOf(element)}`);
    };
    const checkCut = (element: Element): void => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const isCut = (overflow: string): boolean => /hidden|clip/.test(overflow);
      if (
        (isCut(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (isCut(overflowY) && element.scrollHeight > element.clientHeight + 1)
      )
        found.push(`cut off: ${nameOf(element)}`);
    };
    const checkReach = (root: ShadowRoot, control: HTMLElement): void => {
      control.focus();
      if (root.activeElement !== control) return;
      control.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = control.getBoundingClientRect();
      const at = [left + width / 2, top + Math.min(height / 2, 20)] as const;
      const hit = root.elementFromPoint(...at);
      const label = control.closest('label') ?? control.parentElement;
      if (hit === null || !(control.contains(hit) || label?.contains(hit) || hit.contains(control)))
        found.push(`out of reach: ${nameOf(control)} at ${at.map(Math.round).join()}`);
    };
    if (document.scrollingElement && document.scrollingElement.scrollWidth > innerWidth)
      found.push(`the page is ${document.scrollingElement.scrollWidth} wide`);
    const open = document.querySelector('okaeri-widget')?.shadowRoot?.querySelector('dialog[open]');
    for (const host of document.querySelectorAll('*')) {
      const { localName, shadowRoot } = host;
      if (!localName.startsWith('okaeri-') || !shadowRoot) continue;
      if (open && localName !== 'okaeri-widget') continue;
      for (const element of shadowRoot.querySelectorAll('*')) {
        if (!seen(element)) continue;
        checkWidth(element);
        checkCut(element);
      }
      const controls = 'button, a[href], input, select, textarea, summary';
      for (const control of shadowRoot.querySelectorAll<HTMLElement>(controls))
        if (seen(control)) checkReach(shadowRoot, control);
    }
    return found;
  });
