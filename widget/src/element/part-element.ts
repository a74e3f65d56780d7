import type { Part } from '../app/parts.ts';
import { watchContext, type Context } from './context.ts';

/** What stands before the name of the part that an element draws. */
const PREFIX = 'okaeri-';

/**
 * An element that draws a part of the programme inside the shop's own layout. The
 * Preact core is fetched when it comes near the window. What stands inside the element
 * is shown until then, and for good where the script does not run.
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
    this.#internals.states.delete('filled');
  }

  #drawWhenNear(context: Context): void {
    const turn = this.#turn;
    this.#observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting !== true) return;
        this.#observer?.disconnect();
        void this.#draw(context, turn);
      },
      { rootMargin: '200px' },
    );
    this.#observer.observe(this);
  }

  async #draw(context: Context, turn: number): Promise<void> {
    try {
      const core = await context.loadCore();
      if (turn !== this.#turn) return;
      this.#root.replaceChildren();
      const stop = core.draw(this.localName.slice(PREFIX.length) as Part, this.#root);
      this.#internals.states.add('filled');
      this.#stopDrawing = () => {
        stop();
        this.#root.adoptedStyleSheets = [];
        this.#root.replaceChildren(document.createElement('slot'));
      };
    } catch {
      // The chunk did not come: what the shop put inside stays.
    }
  }
}
