import { yieldToMain } from '../lib/yield-to-main.ts';

/** What is taken away sooner than this after it was put back is not wanted by the page. */
const CALM_MS = 1000;
/** So often is something put back that is taken away at once, before the page has its way. */
const MAX_TRIES = 5;

/** How often something was taken away at once, and when it was last put back. */
const tries = new WeakMap<Element, { count: number; putMs: number }>();

const tell = (host: Element): void =>
  console.error(
    `okaeri (removed): A script of this page keeps taking away <${host.localName}>: let elements with the attribute data-okaeri stay. Until then it is there only after okaeri.open().`,
  );

/** Whether it may be tried once more; the last time says why not. */
const mayTry = (host: Element): boolean => {
  const before = tries.get(host);
  const nowMs = performance.now();
  const isFight = before !== undefined && nowMs - before.putMs < CALM_MS;
  const count = isFight ? before.count + 1 : 0;
  tries.set(host, { count, putMs: nowMs });
  if (count === MAX_TRIES) tell(host);
  return count < MAX_TRIES;
};

/** A page that was kept as a copy comes back with elements that are only shells of ours. */
const removeShells = (host: Element): void => {
  for (const other of document.querySelectorAll(host.localName))
    if (other.shadowRoot === null) other.parentNode?.removeChild(other);
};

/**
 * Puts an element back that the page took away: a page that replaces its body means no harm. One
 * that takes it away again and again has its way, and its developer is told. What was open is
 * opened again.
 */
export const putBack = async (host: Element, isWanted: () => boolean): Promise<void> => {
  // The page may not be done yet, or only be moving things.
  await yieldToMain();
  if (host.isConnected || !isWanted() || !mayTry(host)) return;
  removeShells(host);
  document.documentElement.append(host);
  const dialog = host.shadowRoot?.querySelector('dialog');
  if (dialog?.open !== true) return;
  // Out of the page it has left the top layer, and does not know.
  dialog.removeAttribute('open');
  dialog.showModal();
};
