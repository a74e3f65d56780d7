import type { Page } from '@playwright/test';

/** What of an element a page can reach: names of parts, states, slots, and of tokens that change something. */
export type Surface = Record<'parts' | 'states' | 'slots' | 'tokens', string[]>;

type Found = Record<string, Record<keyof Surface, Set<string>>>;

/** The page keeps for the test whatever any of the elements shows of itself, for however short a time. */
const watchElements = (): void => {
  const seen: Record<string, Record<'parts' | 'states' | 'slots', Set<string>>> = {};
  const of = (host: Element) =>
    (seen[host.localName] ??= { parts: new Set(), states: new Set(), slots: new Set() });
  const take = (root: ShadowRoot): void => {
    const { parts, slots } = of(root.host);
    for (const element of root.querySelectorAll('[part]'))
      for (const part of element.part) parts.add(part);
    for (const slot of root.querySelectorAll('slot')) slots.add(slot.name);
  };
  const after = (
    prototype: object,
    name: string,
    act: (host: unknown, answer: unknown, given: unknown) => void,
  ): void => {
    const original = Reflect.get(prototype, name) as (...given: unknown[]) => unknown;
    Reflect.set(prototype, name, function (this: unknown, ...given: unknown[]) {
      const answer = Reflect.apply(original, this, given);
      act(this, answer, given[0]);
      return answer;
    });
  };
  after(Element.prototype, 'attachShadow', (_host, root) => {
    if (!(root instanceof ShadowRoot)) return;
    const options = { subtree: true, childList: true, attributes: true, attributeFilter: ['part'] };
    new MutationObserver(() => take(root)).observe(root, options);
  });
  const hosts = new WeakMap<object, Element>();
  after(HTMLElement.prototype, 'attachInternals', (host, internals) => {
    if (host instanceof Element && internals instanceof ElementInternals)
      hosts.set(internals.states, host);
  });
  after(CustomStateSet.prototype, 'add', (states, _answer, state) => {
    const host = states instanceof CustomStateSet && hosts.get(states);
    if (host) of(host).states.add(String(state));
  });
  Object.assign(window, { surface: seen });
};

/** What the page has kept, and which tokens change something where they are read. */
const readElements = (): Record<string, Surface> => {
  const kept = (window as unknown as { surface: Found }).surface;
  const textOf = (sheet: CSSStyleSheet): string =>
    [...sheet.cssRules].map(({ cssText }) => cssText).join('\n');
  const tokensOf = (css: string): string[] => {
    const used = new Set([...css.matchAll(/var\((--_[\w-]+)/g)].map(([, name]) => name));
    return [...css.matchAll(/(?:(--_[\w-]+):\s*)?(?:var|style)\((--okaeri-[\w-]+)/g)]
      .filter(([, own]) => own === undefined || used.has(own))
      .map(([, , token = '']) => token);
  };
  const found: Record<string, Surface> = {};
  for (const host of document.querySelectorAll('*')) {
    const root = host.shadowRoot;
    const seen = kept[host.localName];
    if (root === null || seen === undefined) continue;
    const tokens = tokensOf(root.adoptedStyleSheets.map(textOf).join('\n'));
    found[host.localName] = {
      parts: [...seen.parts],
      states: [...seen.states],
      slots: [...seen.slots],
      tokens: [...new Set([...(found[host.localName]?.tokens ?? []), ...tokens])],
    };
  }
  return found;
};

/** Collects what elements show of themselves, from one page to the next. */
export const collectSurface = async (page: Page) => {
  const all: Found = {};
  await page.addInitScript(watchElements);
  return {
    /** Adds what the page has shown; before one leaves it. */
    async take(): Promise<void> {
      for (const [tag, surface] of Object.entries(await page.evaluate(readElements)))
        for (const [kind, names] of Object.entries(surface)) {
          const of = (all[tag] ??= {
            parts: new Set(),
            states: new Set(),
            slots: new Set(),
            tokens: new Set(),
          });
          for (const name of names) of[kind as keyof Surface].add(name);
        }
    },
    /** Everything that was collected, by element. */
    get all(): Record<string, Surface> {
      const sorted = (names: Set<string>): string[] =>
        [...names].toSorted((one, other) => (one < other ? -1 : 1));
      return Object.fromEntries(
        Object.entries(all).map(([tag, { parts, states, slots, tokens }]) => [
          tag,
          {
            parts: sorted(parts),
            states: sorted(states),
            slots: sorted(slots),
            tokens: sorted(tokens),
          },
        ]),
      );
    },
  };
};
