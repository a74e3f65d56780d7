import { describe, expect, it } from 'vitest';
import {
  exportRow,
  GOOGLE_TAIL,
  googleHead,
  googleReview,
  metaRow,
  productUrlOf,
  type FeedShop,
} from './feed-rules.ts';

type Review = Parameters<typeof googleReview>[0];

const SHOP: FeedShop = {
  name: 'Tea & Co',
  productUrl: 'https://shop.example/products/{productId}',
  publicUrl: 'https://okaeri.example',
};
const review = (change: Partial<Review> = {}): Review => ({
  id: 'review',
  productId: 'mug',
  rating: 4,
  title: 'Fine',
  body: 'A good mug.',
  language: 'en',
  name: 'Ada',
  verified: true,
  insider: false,
  offer: null,
  importedFrom: null,
  attributes: {},
  photos: [],
  helpful: 3,
  createdAt: '2026-11-01T10:00:00.000Z',
  editedAt: null,
  reply: null,
  pointsAfter: false,
  ...change,
});
const OFFER = { points: 50, photoPoints: 20, programVersion: 1, shownAt: '2026-10-30T00:00:00Z' };
const PHOTOS = ['/p/1.webp', '/p/2.webp'].map((path) => ({
  id: path,
  path,
  width: 10,
  height: 10,
}));
const BARE = { title: null, language: null, name: '', verified: false } as const;

it.each([
  ['https://shop.example/{productId}', 'mug', 'https://shop.example/mug'],
  ['https://shop.example/{productId}?id={productId}', 'a', 'https://shop.example/a?id=a'],
  ['https://shop.example/{productId}', 'a/b c&d', 'https://shop.example/a%2Fb%20c%26d'],
  // What stands for something in a replacement stands for itself here.
  ['https://shop.example/{productId}', '$&', 'https://shop.example/%24%26'],
])('the product of "%s" with the id "%s" is at %s', (productUrl, id, url) => {
  expect(productUrlOf({ ...SHOP, productUrl }, id)).toBe(url);
});

describe('the feed for Google', () => {
  const xml = (change: Partial<Review> = {}): string => googleReview(review(change), SHOP);

  it('begins with the schema it follows and the name of the shop, and ends what it began', () => {
    const head = googleHead(SHOP);
    expect(head).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<feed .*product_reviews\.xsd">/,
    );
    expect(head).toContain('schema/product/2.4/');
    expect(head).toContain('<version>2.4</version>');
    expect(head).toContain('<publisher><name>Tea &#38; Co</name></publisher>');
    expect(head.endsWith('<reviews>\n')).toBe(true);
    expect(GOOGLE_TAIL).toBe('</reviews>\n</feed>\n');
  });

  it('has each review in a line, with everything that is known of it in its order', () => {
    const url = 'https://shop.example/products/mug';
    const lines = [
      '<review><review_id>review</review_id>',
      '<reviewer><name is_anonymous="false">Ada</name></reviewer>',
      '<is_verified_purchase>true</is_verified_purchase>',
      '<is_incentivized_review>true</is_incentivized_review>',
      '<review_timestamp>2026-11-01T10:00:00.000Z</review_timestamp>',
      '<title>Fine</title><content>A good mug.</content>',
      '<review_language>en</review_language>',
      `<review_url type="group">${url}</review_url>`,
      '<reviewer_images>',
      '<reviewer_image><url>https://okaeri.example/p/1.webp</url></reviewer_image>',
      '<reviewer_image><url>https://okaeri.example/p/2.webp</url></reviewer_image>',
      '</reviewer_images>',
      '<ratings><overall min="1" max="5">4</overall></ratings>',
      '<products><product>',
      '<product_ids><skus><sku>mug</sku></skus></product_ids>',
      `<product_url>${url}</product_url>`,
      '</product></products>',
      '<is_spam>false</is_spam>',
      '<collection_method>post_fulfillment</collection_method></review>\n',
    ];
    expect(xml({ offer: OFFER, photos: PHOTOS })).toBe(lines.join(''));
  });

  it('leaves out what is not known, and calls nobody by an empty name', () => {
    const url = 'https://shop.example/products/mug';
    const lines = [
      '<review><review_id>review</review_id>',
      '<reviewer><name is_anonymous="true">Anonymous</name></reviewer>',
      '<is_verified_purchase>false</is_verified_purchase>',
      '<is_incentivized_review>false</is_incentivized_review>',
      '<review_timestamp>2026-11-01T10:00:00.000Z</review_timestamp>',
      '<content>A good mug.</content>',
      `<review_url type="group">${url}</review_url>`,
      '<ratings><overall min="1" max="5">4</overall></ratings>',
    ];
    const bare = xml(BARE);
    expect(bare.slice(0, bare.indexOf('<products>'))).toBe(lines.join(''));
  });

  it('has no text as markup, and nothing that XML cannot carry', () => {
    const body = `<b>&"it's"\u0007</b>`;
    expect(xml({ body })).toContain(
      '<content>&#60;b&#62;&#38;&#34;it&#39;s&#34;&#60;/b&#62;</content>',
    );
  });
});

describe('a line of the feed for Meta', () => {
  it('has what is known of the review', () => {
    const edited = { offer: OFFER, editedAt: '2026-11-02T10:00:00.000Z' };
    expect(metaRow(review(edited), SHOP)).toEqual({
      'store.name': 'Tea & Co',
      'store.storeUrls': 'https://shop.example',
      'product.url': 'https://shop.example/products/mug',
      'product.productIdentifiers.skus': 'mug',
      reviewID: 'review',
      rating: '4',
      title: 'Fine',
      content: 'A good mug.',
      created_at: '2026-11-01T10:00:00.000Z',
      updated_at: '2026-11-02T10:00:00.000Z',
      'reviewer.name': 'Ada',
      'reviewer.isVerifiedPurchase': 'true',
      isIncentivized: 'true',
    });
  });

  it('a review that was never edited has the day it was written as its update, and no title', () => {
    expect(metaRow(review(BARE), SHOP)).toMatchObject({
      title: '',
      updated_at: '2026-11-01T10:00:00.000Z',
      'reviewer.isVerifiedPurchase': 'false',
      isIncentivized: 'false',
    });
  });
});

describe('a line of the shop’s own export', () => {
  it('has everything that readers see, and what was offered', () => {
    const all = review({
      offer: OFFER,
      photos: PHOTOS,
      insider: true,
      importedFrom: 'Loox',
      editedAt: '2026-11-02T10:00:00.000Z',
      reply: { text: 'Thank you', at: '2026-11-03T10:00:00.000Z', editedAt: null },
    });
    expect(exportRow(all, 'https://okaeri.example')).toEqual({
      id: 'review',
      product_id: 'mug',
      rating: '4',
      title: 'Fine',
      body: 'A good mug.',
      language: 'en',
      reviewer_name: 'Ada',
      review_date: '2026-11-01T10:00:00.000Z',
      edited_date: '2026-11-02T10:00:00.000Z',
      verified: 'true',
      insider: 'true',
      imported_from: 'Loox',
      offered_points: '50',
      offered_photo_points: '20',
      offered_at: '2026-10-30T00:00:00Z',
      helpful: '3',
      reply: 'Thank you',
      reply_date: '2026-11-03T10:00:00.000Z',
      picture_urls: 'https://okaeri.example/p/1.webp,https://okaeri.example/p/2.webp',
    });
  });

  it('has empty fields for what there is not, and noughts for what is none', () => {
    const row = exportRow(review({ ...BARE, helpful: 0 }), 'https://okaeri.example');
    const empty = Object.entries(row).filter(([, text]) => text === '');
    expect(empty.map(([name]) => name)).toEqual([
      'title',
      'language',
      'reviewer_name',
      'edited_date',
      'imported_from',
      'offered_points',
      'offered_photo_points',
      'offered_at',
      'reply',
      'reply_date',
      'picture_urls',
    ]);
    const none = review({ offer: { ...OFFER, points: 0 } });
    expect(exportRow(none, 'https://okaeri.example')['offered_points']).toBe('0');
    expect(row).toMatchObject({ helpful: '0', verified: 'false', insider: 'false' });
  });
});
