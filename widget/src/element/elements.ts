import type { QuoteRequest } from '@okaeri/shared/storefront';
import type { Part } from '../app/panels.ts';
import { formatPoints } from '../i18n/format.ts';
import type { Context } from './context.ts';
import { HostElement } from './host-page.ts';
import { InlineElement } from './inline-element.ts';
import { loadActs } from './load-acts.ts';
import { PartElement } from './part-element.ts';

/**
 * `<okaeri-points>` shows what the shopper has to spend; to a guest the text inside it, so that a
 * sentence around it stays whole, or “Rewards” where there is none.
 *
 * @tagname okaeri-points
 */
export class PointsElement extends InlineElement {
  protected render({ session, messages }: Context): string | null {
    const { program, me, signedIn } = session.state;
    if (!program || (signedIn && !me)) return null;
    return me
      ? formatPoints(me.balance.available, program, messages.language)
      : this.textContent.trim() || messages.join;
  }
}

/**
 * `<okaeri-earn product-id="p-9" price="18.00" currency="USD">` shows what buying would earn,
 * as the server's own award function counts it. For a whole cart, set the `cart` property.
 *
 * @tagname okaeri-earn
 * @attr {string} product-id - the shop's id of the product
 * @attr {string} price - the price of one piece as a decimal
 * @attr {string} currency - ISO 4217
 * @attr {number} quantity - pieces, 1 by default
 */
export class EarnElement extends InlineElement {
  static readonly observedAttributes = ['product-id', 'price', 'currency', 'quantity'];
  #cart: QuoteRequest | null = null;

  /** A whole cart in place of the attributes, as `POST /quote` takes it; null takes it away. */
  get cart(): QuoteRequest | null {
    return this.#cart;
  }
  set cart(cart: QuoteRequest | null) {
    this.#cart = cart;
    this.renew();
  }

  protected async render(context: Context): Promise<string | null> {
    return (await loadActs()).earnOf(this, context);
  }
}

/**
 * `<okaeri-page>` is the whole programme inside the shop's own layout.
 *
 * @tagname okaeri-page
 */
export class PageElement extends PartElement {}

/**
 * `<okaeri-rewards>` is what points can be had for, to be taken on the spot; with `only="points"`, for a cart, what one
 * pays with as many points as one likes.
 *
 * @tagname okaeri-rewards
 * @attr {string} only - `points`: only what is paid with as many points as one likes; nothing to a guest
 */
export class RewardsElement extends PartElement {}

/**
 * `<okaeri-reviews product-id="p-9">` is what buyers say of a product, with what is true
 * of all of the shop's reviews.
 *
 * @tagname okaeri-reviews
 * @attr {string} product-id - the shop's id of the product
 */
export class ReviewsElement extends PartElement {}

/**
 * `<okaeri-questions product-id="p-9">` is what is asked about a product, and what the shop
 * and its buyers answer.
 *
 * @tagname okaeri-questions
 * @attr {string} product-id - the shop's id of the product
 */
export class QuestionsElement extends PartElement {}

/**
 * `<okaeri-stars product-id="p-9">` is a product's average in one line, for product pages
 * and lists of products; nothing while it has no reviews.
 *
 * @tagname okaeri-stars
 * @attr {string} product-id - the shop's id of the product
 */
export class StarsElement extends InlineElement {
  static readonly observedAttributes = ['product-id'];

  protected async render(context: Context): Promise<string | null> {
    return (await loadActs()).starsOf(this, context);
  }
}

/**
 * `<okaeri-tier>` is where the shopper stands among the tiers, and what each brings; a guest sees the same without a place on it.
 *
 * @tagname okaeri-tier
 */
export class TierElement extends PartElement {}

/**
 * `<okaeri-referral>` is the shopper's link for friends; nothing to a guest.
 *
 * @tagname okaeri-referral
 */
export class ReferralElement extends PartElement {}

/**
 * `<okaeri-nudge>` is the one best next step, for a thank-you page or an account page.
 *
 * @tagname okaeri-nudge
 */
export class NudgeElement extends PartElement {}

/**
 * `<okaeri-order order-id="K-1412">` is what an order brings its buyer, for the thank-you page and the page of an
 * order: points, when they can be spent, and what is missing to the next reward. To a guest it says what joining
 * would keep of the `cart` property, which is as `POST /quote` takes it.
 *
 * @tagname okaeri-order
 * @attr {string} order-id - the shop's number of the order
 */
export class OrderElement extends PartElement {
  /** The cart that became the order, for guests: set it before the element comes into view. */
  declare cart?: QuoteRequest;
}

/**
 * `<okaeri-consents>` is what the shopper wants to hear about, one tap each; nothing to a guest.
 *
 * @tagname okaeri-consents
 */
export class ConsentsElement extends PartElement {}

/**
 * `<okaeri-help order-id="K-1412">` is what the shopper told the shop and what it answered, with a form to ask for
 * help: about the order it names, or about anything; nothing to a guest.
 *
 * @tagname okaeri-help
 * @attr {string} order-id - the shop's number of the order
 */
export class HelpElement extends PartElement {}

/**
 * `<okaeri-survey survey-id="nps">` asks a survey that is open for the shopper, in its place in the page; nothing
 * while there is none, and never a dialog.
 *
 * @tagname okaeri-survey
 * @attr {string} survey-id - the survey; any that is open, where left out
 * @attr {string} order-id - only what is asked about this order of the shop
 * @attr {string} wave - only this wave of it
 * @attr {string} display - `inline` asks here, which is the default; `panel` shows the way to it in the panel
 */
export class SurveyElement extends PartElement {}

/**
 * `<okaeri-launcher>` is the button in the corner. The widget puts it into the page by itself.
 *
 * @tagname okaeri-launcher
 */
export class LauncherElement extends HostElement {}

/**
 * `<okaeri-widget>` holds the panel. The widget puts it into the page by itself.
 *
 * @tagname okaeri-widget
 */
export class WidgetElement extends HostElement {}

/** Elements of the widget's own, and those that are one line of text; the others show what `PANELS` says. */
type OtherElement = 'launcher' | 'widget' | 'points' | 'earn' | 'stars';

const ELEMENTS = {
  launcher: LauncherElement,
  widget: WidgetElement,
  points: PointsElement,
  earn: EarnElement,
  stars: StarsElement,
  page: PageElement,
  rewards: RewardsElement,
  reviews: ReviewsElement,
  questions: QuestionsElement,
  tier: TierElement,
  referral: ReferralElement,
  nudge: NudgeElement,
  order: OrderElement,
  consents: ConsentsElement,
  help: HelpElement,
  survey: SurveyElement,
} as const satisfies Readonly<Record<Part | OtherElement, CustomElementConstructor>>;

/** Defines the elements once, however many copies of the widget are on the page. */
export const defineElements = (): void => {
  for (const [name, type] of Object.entries(ELEMENTS)) {
    const tag = `okaeri-${name}`;
    if (!customElements.get(tag)) customElements.define(tag, type);
  }
};
