/** What components listen to, as far as it goes out into the page and a page can stop it on its way in. */
const TYPES = ['click', 'keydown', 'input'] as const;

/**
 * Lets what is drawn in a root hear of clicks and keys that the page has stopped before they came there. The answer
 * ends it.
 */
export const hearSwallowed = (root: ShadowRoot): (() => void) => {
  const arrived = new WeakSet<Event>();
  const arrive = (event: Event): void => void arrived.add(event);
  // The window comes first, before whatever listens on the document.
  const watch = (event: Event): void => {
    const path = event.composedPath();
    if (!event.isTrusted || !path.includes(root)) return;
    setTimeout(() => {
      if (arrived.has(event)) return;
      import('./repeat-event.ts').then(
        ({ repeatEvent }) => repeatEvent(event, root, path[0]),
        () => undefined,
      );
    });
  };
  for (const type of TYPES) {
    window.addEventListener(type, watch, true);
    root.addEventListener(type, arrive, true);
  }
  return () => {
    for (const type of TYPES) {
      window.removeEventListener(type, watch, true);
      root.removeEventListener(type, arrive, true);
    }
  };
};
