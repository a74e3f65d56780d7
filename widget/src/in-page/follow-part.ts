import type { Part } from '../app/panels.ts';
import { watchContext, type Context } from '../element/context.ts';
import { whenNear } from '../element/when-near.ts';
import { keepPlace } from './keep-place.ts';

/** What stands before the name of the part that an element draws. */
const PREFIX = 'okaeri-';

/** Internals can be had once of each element, which may leave a page and come back. */
const known = new WeakMap<HTMLElement, ElementInternals>();

/** Draws the part of an element while the widget runs and the element is near. The answer ends it. */
export const followPart = (host: HTMLElement): (() => void) => {
  const internals = known.get(host) ?? host.attachInternals();
  known.set(host, internals);
  const root = internals.shadowRoot ?? host.attachShadow({ mode: 'open' });
  // A part that a server has rendered stays until there is something better.
  if (root.childNodes.length === 0) root.append(document.createElement('slot'));
  let turn = 0;
  let stopWaiting: (() => void) | undefined;
  let stopDrawing: (() => void) | undefined;

  const fill = (filled: boolean): void => {
    internals.states[filled ? 'add' : 'delete']('filled');
  };

  const letGo = (): void => {
    turn += 1;
    stopWaiting?.();
    stopDrawing?.();
    stopDrawing = undefined;
    fill(false);
  };

  const draw = async (context: Context, mine: number): Promise<void> => {
    try {
      const [core, { drawPart }] = await Promise.all([
        context.loadCore(),
        import('./draw-part.tsx'),
      ]);
      if (mine !== turn) return;
      const part = host.localName.slice(PREFIX.length) as Part;
      const { box, erase } = drawPart(core, part, root, fill);
      const stopKeeping = keepPlace(host, box, context.snippet);
      stopDrawing = () => {
        stopKeeping();
        erase();
      };
    } catch {
      // The chunk did not come: what the shop put inside stays.
    }
  };

  const drawWhenNear = (context: Context): void => {
    const mine = turn;
    stopWaiting = whenNear(host, () => void draw(context, mine));
  };

  const stopWatching = watchContext((context) => {
    letGo();
    if (context !== null) drawWhenNear(context);
  });
  return () => {
    stopWatching();
    letGo();
  };
};
