/** Gives sheets to the root an element stands in, each once. */
export const adoptSheets = (
  element: HTMLElement | null,
  sheets: readonly CSSStyleSheet[],
): void => {
  const root = element?.getRootNode();
  if (root instanceof ShadowRoot)
    root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, ...sheets])];
};
