/** Marks what the widget adds to the page, so that all of it can be found and removed. */
export const MARK = 'data-okaeri';

/** Adds a marked element with an open shadow root to the page. */
export const addHost = (tag: string, sheets: readonly CSSStyleSheet[]): ShadowRoot => {
  const host = document.createElement(tag);
  host.setAttribute(MARK, '');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [...sheets];
  document.body.append(host);
  return root;
};

/** Removes everything the widget added. */
export const removeHosts = (): void => {
  for (const host of document.querySelectorAll(`[${MARK}]`)) host.remove();
};
