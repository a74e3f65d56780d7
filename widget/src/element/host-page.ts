/** Marks what the widget adds to the page, so that all of it can be found and removed. */
export const MARK = 'data-okaeri';

const hosts = new Set<Element>();

/** What the widget adds to the page: put back where the page takes it away, with its body or alone. */
export class HostElement extends HTMLElement {
  disconnectedCallback(): void {
    if (hosts.has(this))
      import('./put-back.ts').then(
        ({ putBack }) => putBack(this, () => hosts.has(this)),
        // The chunk did not come: it comes back when the panel is opened.
        () => undefined,
      );
  }
}

/**
 * Puts into the page what the widget has and the page has not: beside its body, which may be replaced, moved, filtered
 * or laid out as a grid.
 */
export const putHosts = (): void => {
  for (const host of hosts) if (!host.isConnected) document.documentElement.append(host);
};

/** Adds a marked element with an open shadow root to the page. */
export const addHost = (tag: string, sheets: readonly CSSStyleSheet[]): ShadowRoot => {
  const host = document.createElement(tag);
  host.setAttribute(MARK, '');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [...sheets];
  hosts.add(host);
  putHosts();
  return root;
};

/** Takes an element out of the page for good; a page may have a `remove` of its own. */
export const removeHost = (host: Element): void => {
  hosts.delete(host);
  host.parentNode?.removeChild(host);
};

/** Removes everything the widget added. */
export const removeHosts = (): void => hosts.forEach(removeHost);
