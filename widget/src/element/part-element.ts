import { loadActs } from './load-acts.ts';

/**
 * An element that draws a part of the programme inside the shop's own layout. What it does is fetched where there is
 * one on a page, and the Preact core when it comes near the window. What stands inside the element is shown while
 * there is nothing to say, and for good where the script does not run.
 */
export abstract class PartElement extends HTMLElement {
  #stop: (() => void) | undefined;
  /** Turns; what was begun in an earlier one is not finished. */
  #turn = 0;

  connectedCallback(): void {
    void this.#follow(++this.#turn);
  }

  async #follow(turn: number): Promise<void> {
    try {
      const { followPart } = await loadActs();
      if (turn === this.#turn) this.#stop = followPart(this);
    } catch {
      // The chunk did not come: what the shop put inside stays.
    }
  }

  disconnectedCallback(): void {
    this.#turn += 1;
    this.#stop?.();
    this.#stop = undefined;
  }
}
