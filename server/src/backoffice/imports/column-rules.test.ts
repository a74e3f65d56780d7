import { describe, expect, it } from 'vitest';
import { columnsOf, formatOf, SOURCES } from './column-rules.ts';

const NEEDED = { rating: 'r', body: 'b', date: 'd', productId: 'p' };
const HEADERS = Object.values(NEEDED);

describe('whose file of reviews it is, by its columns', () => {
  it.each([
    [['curated', 'picture_urls', 'reviewer_name'], 'judgeMe'],
    [['product_handle', 'reviewer_name', 'review_date'], 'judgeMe'],
    [['product_handle', 'reviewer_name'], 'csv'],
    [['Nickname', 'Img', 'Handle'], 'loox'],
    [['nickname', 'img'], 'csv'],
    [['dateCreated', 'rating'], 'okendo'],
    [['dateCreated'], 'csv'],
    [['Review Score', 'Review Content'], 'yotpo'],
    [['Review Score'], 'csv'],
    [['product_handle', 'state', 'author'], 'shopify'],
    [['state', 'author'], 'csv'],
    [[], 'csv'],
    // Of two that fit, the one that is named first.
    [['dateCreated', 'rating', 'nickname', 'img', 'handle'], 'loox'],
  ])('%j is of %s', (headers, format) => {
    expect(formatOf(headers)).toBe(format);
  });

  it('is named to readers for each tool', () => {
    expect(SOURCES).toEqual({
      judgeMe: 'Judge.me',
      loox: 'Loox',
      okendo: 'Okendo',
      yotpo: 'Yotpo',
      shopify: 'Shopify',
      csv: 'elsewhere',
    });
  });
});

describe('a column of a file of reviews', () => {
  it.each([
    ['reviewId', ['Review ID', 'id']],
    ['productId', ['product_id', 'product_external_id', 'External Product ID']],
    ['handle', ['product_handle', 'Handle']],
    ['sku', ['SKU', 'Product SKU']],
    ['productUrl', ['Product URL', 'product_link']],
    ['rating', ['Rating', 'Review Score', 'score', 'stars', 'reviewRating', 'product_rating']],
    ['title', ['Title', 'review_title', 'Headline', 'heading']],
    [
      'body',
      ['Body', 'Review Content', 'review', 'review_body', 'content', 'review_text', 'comment'],
    ],
    [
      'name',
      ['reviewer.name', 'Nickname', 'display_name', 'author', 'name', 'Reviewer Display Name'],
    ],
    ['fallbackName', ['Full name']],
    ['email', ['reviewer_email', 'E-Mail', 'author_email']],
    [
      'date',
      ['review_date', 'Date', 'dateCreated', 'created_at', 'submitted_at', 'review_created_at'],
    ],
    ['status', ['Status', 'state', 'curated', 'review_status', 'published']],
    ['hidden', ['Hidden']],
    ['reply', ['Reply', 'merchant_reply', 'response', 'reply_content']],
    ['replyDate', ['reply_date', 'replied_at', 'response_date']],
    [
      'photos',
      ['picture_urls', 'img', 'image_urls', 'images', 'photos', 'photo_urls', 'media_urls'],
    ],
  ] as const)('is the %s when it is named one of %j', (field, names) => {
    const { [field as 'rating']: _own, ...others } = NEEDED;
    const said = { ...others, ...(field === 'productId' && { handle: 'p' }) };
    for (const name of names) {
      const read = columnsOf([...HEADERS, name], said);
      expect(read).toEqual({ columns: { ...said, [field]: name } });
    }
  });

  it('is nothing when it has no name that is known, or letters of another script', () => {
    expect(columnsOf([...HEADERS, 'shoe size', '', '評価'], NEEDED)).toEqual({ columns: NEEDED });
  });

  it('is the plainer one of two that fit, wherever they stand, and the first of two alike', () => {
    const headers = [...HEADERS, 'review_title', 'Title', 'TITLE'];
    const columns = { ...NEEDED, title: 'Title' };
    expect(columnsOf(headers, NEEDED)).toEqual({ columns });
  });

  it('is for one field alone', () => {
    // Of `review_id` and `id` the first is taken, and what is left is nothing.
    const columns = { ...NEEDED, reviewId: 'review_id' };
    expect(columnsOf([...HEADERS, 'id', 'review_id'], NEEDED)).toEqual({ columns });
    // A column that was said to be the title is no text of the review.
    const said = { rating: 'r', date: 'd', productId: 'p', title: 'body' };
    expect(columnsOf([...HEADERS, 'body'], said)).toEqual({
      fault: 'No column has the body; say which it is.',
    });
  });
});

describe('columns that somebody has said', () => {
  it('go before what their names say', () => {
    const said = { ...NEEDED, title: 'headline' };
    expect(columnsOf([...HEADERS, 'title', 'headline'], said)).toEqual({ columns: said });
  });

  it('must be there, to the letter', () => {
    for (const title of ['Title', 'title ', ''])
      expect(columnsOf([...HEADERS, 'title'], { ...NEEDED, title })).toEqual({
        fault: `There is no column "${title}".`,
      });
  });
});

const NO_PRODUCT = 'No column says which product a review is about.';

it.each([
  [[], NO_PRODUCT],
  [['rating', 'body', 'date'], NO_PRODUCT],
  [['sku', 'body', 'date'], 'No column has the rating; say which it is.'],
  [['sku', 'rating', 'date'], 'No column has the body; say which it is.'],
  [['sku', 'rating', 'body'], 'No column has the date; say which it is.'],
  [['sku', 'body'], 'No column has the rating and the date; say which it is.'],
  [['sku'], 'No column has the rating and the body and the date; say which it is.'],
])('a file of reviews with the columns %j cannot be read: %s', (headers, fault) => {
  expect(columnsOf(headers, {})).toEqual({ fault });
});

it.each([
  ['product_id', 'productId'],
  ['handle', 'handle'],
  ['sku', 'sku'],
  ['product_url', 'productUrl'],
])('a file of reviews that names products by their "%s" alone can be read', (name, field) => {
  const columns = { rating: 'rating', body: 'body', date: 'date', [field]: name };
  expect(columnsOf(['rating', 'body', 'date', name], {})).toEqual({ columns });
});
