/** What components listen to, as far as it goes out into the page and a page can stop it on its way in. */
const TYPES = ['click', 'keydown', 'input'] as const;

const inside = { bubbles: true, cancelable: true };

/** A click that stays inside. Only that of a mouse has the browser act, where the page has kept it from that. */
const clickOf = (isForbidden: boolean): Event =>
  isForbidden ? new MouseEvent('click', inside) : new Event('click', inside);

/** The event once more, for those inside only. */
const copyOf = (event: Event): Event => {
  if (event instanceof KeyboardEvent)
    return new KeyboardEvent(event.type, { ...inside, key: event.key, shiftKey: event.shiftKey });
  return event.type === 'click' ? clickOf(event.defaultPrevented) : new Event(event.type, inside);
};

/** What the browser does for a key by itself, where the page has forbidden it. */
const actFor = (key: string, root: ShadowRoot, target: EventTarget | undefined): void => {
  if (key === 'Escape') root.querySelector('dialog')?.close();
  if (/^( |Enter)$/.test(key) && target instanceof HTMLButtonElement)
    target.dispatchEvent(clickOf(true));
};

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
      path[0]?.dispatchEvent(copyOf(event));
      if (event.defaultPrevented && event instanceof KeyboardEvent)
        actFor(event.key, root, path[0]);
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
