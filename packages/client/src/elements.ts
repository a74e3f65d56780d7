import type { QuoteRequest } from '@okaeri/shared/storefront';

/*
 * Tells TypeScript of the elements: `document.querySelector('okaeri-earn')` knows what it finds. For JSX, import
 * `@okaeri/client/jsx-react` or `@okaeri/client/jsx-preact`. Nothing of it is left when it runs.
 */

/** `<okaeri-earn>`, which says what buying would earn. */
export interface OkaeriEarnElement extends HTMLElement {
  /** A whole cart in place of the attributes, as `POST /quote` takes it; null takes it away. */
  cart: QuoteRequest | null;
}

/** `<okaeri-order>`, which says what an order brings. */
export interface OkaeriOrderElement extends HTMLElement {
  /** The cart that became the order, for guests: set it before the element comes into view. */
  cart?: QuoteRequest;
}

/** The elements by their tags. */
export interface OkaeriElements {
  'okaeri-points': HTMLElement;
  'okaeri-earn': OkaeriEarnElement;
  'okaeri-stars': HTMLElement;
  'okaeri-reviews': HTMLElement;
  'okaeri-questions': HTMLElement;
  'okaeri-page': HTMLElement;
  'okaeri-tier': HTMLElement;
  'okaeri-rewards': HTMLElement;
  'okaeri-nudge': HTMLElement;
  'okaeri-referral': HTMLElement;
  'okaeri-order': OkaeriOrderElement;
  'okaeri-consents': HTMLElement;
  'okaeri-help': HTMLElement;
  'okaeri-survey': HTMLElement;
  'okaeri-launcher': HTMLElement;
  'okaeri-widget': HTMLElement;
}

/** An attribute that every one of these must have: without it they show nothing. */
interface OfProduct {
  /** The shop's id of the product. */
  'product-id': string;
}

/** The attributes of those elements that have some. A cart is no attribute: set it on the element, by a `ref`. */
export interface OkaeriAttributes {
  'okaeri-earn': {
    /** The shop's id of the product. */
    'product-id'?: string;
    /** The price of one piece as a decimal, such as `18.00`. */
    price?: string | number;
    /** ISO 4217. */
    currency?: string;
    /** Pieces; one when not said. */
    quantity?: string | number;
  };
  'okaeri-stars': OfProduct;
  'okaeri-reviews': OfProduct;
  'okaeri-questions': OfProduct;
  'okaeri-rewards': {
    /** For a cart: only what is paid with as many points as one likes. */
    only?: 'points';
  };
  'okaeri-order': {
    /** The shop's number of the order. */
    'order-id': string;
  };
  'okaeri-help': {
    /** The shop's number of the order that help is asked about; about anything, where left out. */
    'order-id'?: string;
  };
  'okaeri-survey': {
    /** The survey; any that is open, where left out. */
    'survey-id'?: string;
    /** Only what is asked about this order. */
    'order-id'?: string;
    /** Only this wave of it. */
    wave?: string;
    /** Whether it is asked here, or in the panel; here when not said. */
    display?: 'inline' | 'panel';
  };
}

/** The attributes of an element, of which most have none. */
export type AttributesOf<Tag extends keyof OkaeriElements> = Tag extends keyof OkaeriAttributes
  ? OkaeriAttributes[Tag]
  : unknown;

declare global {
  interface HTMLElementTagNameMap extends OkaeriElements {}
}
