import { sheetOf } from '../styles/sheet.ts';
import { watchContext, type Context } from './context.ts';
import css from './inline.css?inline';

// A line without text has no baseline, and gets one when the text comes: the page would move.
const EMPTY_LINE = '\u200b';

let sheet: CSSStyleSheet | undefined;

/**
 * An element that shows one line of text inside the shop's own layout. It takes
 * the page's font and colour, and its line is there before the text is.
 */
export abstract class InlineElement extends HTMLElement {
  #stops: (() => void)[] = [];
  readonly #internals = this.attachInternals();
  readonly #text = document.createElement('span');

  constructor() {
    super();
    const root = this.#internals.shadowRoot ?? this.attachShadow({ mode: 'open' });
    sheet ??= sheetOf(css);
    root.adoptedStyleSheets = [sheet];
    this.#text.part.add('text');
    // Written as its first word is, whichever way the page is.
    this.#text.dir = 'auto';
    this.#text.textContent = EMPTY_LINE;
    root.replaceChildren(this.#text);
  }

  /** What the line says, or null while there is nothing to say. */
  protected abstract render(context: Context): string | null | Promise<string | null>;

  /**
   * Renders anew; the last answer asked for wins. Without the widget the line is empty: anyone who was
   * signed in may have left, and nothing of theirs stays in the page.
   */
  #turn = 0;
  protected async update(context: Context | null): Promise<void> {
    const mine = ++this.#turn;
    const text = context ? await this.render(context) : '';
    if (mine !== this.#turn || text === null || text === this.#text.textContent) return;
    this.#text.textContent = text || EMPTY_LINE;
    // Where a sentence goes on behind it, room that is not needed is a hole.
    if (text && this.nextSibling instanceof Text && this.nextSibling.data.trim())
      this.#internals.states.add('in-sentence');
  }

  connectedCallback(): void {
    const stop = watchContext((context) => {
      this.#context = context;
      if (context) this.#stops.push(context.session.subscribe(() => this.renew()));
      this.renew();
    });
    this.#stops.push(stop);
  }

  disconnectedCallback(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#context = null;
  }

  attributeChangedCallback(): void {
    this.renew();
  }

  /** Says it anew, after something it says has changed. */
  protected renew(): void {
    void this.update(this.#context);
  }

  #context: Context | null = null;
}
