/** Lets what is inside a root hear of an event that the page has stopped on its way there. */
export const repeatEvent = (
  event: Event,
  root: ShadowRoot,
  target: EventTarget | undefined,
): void => {
  target?.dispatchEvent(copyOf(event));
  if (event.defaultPrevented && event instanceof KeyboardEvent) actFor(event.key, root, target);
};

const inside = { bubbles: true, cancelable: true };

/** A click that stays inside. Only that of a mouse has the browser act, where the page has kept it from that. */
function clickOf(isForbidden: boolean): Event {
  return isForbidden ? new MouseEvent('click', inside) : new Event('click', inside);
}

/** The event once more, for those inside only. */
function copyOf(event: Event): Event {
  if (event instanceof KeyboardEvent)
    return new KeyboardEvent(event.type, { ...inside, key: event.key, shiftKey: event.shiftKey });
  return event.type === 'click' ? clickOf(event.defaultPrevented) : new Event(event.type, inside);
}

/** What the browser does for a key by itself, where the page has forbidden it. */
function actFor(key: string, root: ShadowRoot, target: EventTarget | undefined): void {
  if (key === 'Escape') root.querySelector('dialog')?.close();
  if (/^( |Enter)$/.test(key) && target instanceof HTMLButtonElement)
    target.dispatchEvent(clickOf(true));
}
