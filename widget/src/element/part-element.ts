import type { Part } from '../app/panels.ts';
import { watchContext, type Context } from './context.ts';

/** What stands before the name of the part that an element draws. */
const PREFIX = 'okaeri-';

/**
 * An element that draws a part of the programme inside the shop's own layout. The
 * Preact core is fetched when it comes near the window. What stands inside the element
 * is shown while there is nothing to say, and for good where the script does not run.
 */
export abstract class PartElement extends HTMLElement {
  readonly #internals = this.attachInternals();
  readonly #root = this.#internals.shadowRoot ?? this.attachShadow({ mode: 'open' });
  #stopWatching: (() => void) | undefined;
  #stopDrawing: (() => void) | undefined;
  #observer: IntersectionObserver | undefined;
  /** Turns; what was begun in an earlier one is not finished. */
  #turn = 0;

  connectedCallback(): void {
    // A part that a server has rendered stays until there is something better.
    if (this.#root.childNodes.length === 0) this.#root.append(document.createElement('slot'));
    this.#stopWatching = watchContext((context) => {
      this.#letGo();
      if (context !== null) this.#drawWhenNear(context);
    });
  }

  disconnectedCallback(): void {
    this.#stopWatching?.();
    this.#letGo();
  }

  #letGo(): void {
    this.#turn += 1;
    this.#observer?.disconnect();
    this.#stopDrawing?.();
    this.#stopDrawing = undefined;
    this.#fill(false);
  }

  #drawWhenNear(context: Context): void {
    const turn = this.#turn;
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting && this.#isMeant(entry))) return;
        this.#observer?.disconnect();
        void this.#draw(context, turn);
      },
      { rootMargin: '200px' },
    );
    this.#observer.observe(this);
    // A page may hide the element until it is filled: then what it stands in comes near in its place.
    this.#observer.observe(this.parentElement ?? this);
  }

  #isMeant({ target }: IntersectionObserverEntry): boolean {
    return target === this || (!this.hidden && getComputedStyle(this).display === 'none');
  }

  #fill(filled: boolean): void {
    this.#internals.states[filled ? 'add' : 'delete']('filled');
  }

  async #draw(context: Context, turn: number): Promise<void> {
    try {
      const [core, { drawPart }] = await Promise.all([
        context.loadCore(),
        import('../in-page/draw-part.tsx'),
      ]);
      if (turn !== this.#turn) return;
      const part = this.localName.slice(PREFIX.length) as Part;
      this.#stopDrawing = drawPart(core, part, this.#root, (filled) => this.#fill(filled));
    } catch {
      // The chunk did not come: what the shop put inside stays.
    }
  }
}
