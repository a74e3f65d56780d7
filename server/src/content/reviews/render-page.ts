import { html, raw } from 'hono/html';
import type { PublicReview } from '@okaeri/shared/reviews';
import type { Deps } from '../../deps.ts';
import { reviewsJsonLd, scriptJson, type MarkedProduct } from './json-ld.ts';
import { FIRST, readPage } from './list-reviews.ts';
import { pageTexts, type PageTexts } from './page-texts.ts';
import { collectedSummary } from './stats-rules.ts';
import type { ShopRow } from '../../access/tables.ts';

type Markup = ReturnType<typeof html>;

/** What a page is asked to be. */
export interface PageAsked {
  readonly shop: ShopRow;
  readonly productId: string;
  readonly product: MarkedProduct;
  readonly language: string;
  /** Where this server is, for the photos; empty where the page stands on it. */
  readonly mediaUrl: string;
}

/**
 * The newest reviews of a product as HTML for the shop's own page, inside the element that
 * takes their place once the script runs; and for search engines the same as JSON-LD, from
 * the same read. Empty where nothing is shown.
 */
export const renderPage = (deps: Deps, asked: PageAsked): Promise<string> =>
  deps.store.read(async (tx) => {
    const { shop, productId, product, mediaUrl } = asked;
    const wanted = { sort: 'newest' as const, photos: false, after: FIRST };
    const { page, counts } = await readPage(tx, { shop, productId }, wanted);
    if (page.items.length === 0) return '';
    const texts = pageTexts(asked.language);
    const collected = collectedSummary(counts);
    const jsonLd = reviewsJsonLd(product, { collected, items: page.items });
    const average = collected.average?.toFixed(1);
    const markup = html`<okaeri-reviews product-id="${productId}"
        ><section>
          ${average === undefined ? '' : html`<p>${texts.average(average, collected.count)}</p>`}
          ${page.items.map((review) => article(review, texts, mediaUrl))}
        </section></okaeri-reviews
      >
      ${
        jsonLd === null
          ? ''
          : html`<script type="application/ld+json">
              ${raw(scriptJson(jsonLd))}
            </script>`
      }`;
    return String(await markup);
  });

function article(review: PublicReview, texts: PageTexts, mediaUrl: string): Markup {
  return html`<article>
    <p>${texts.stars(review.rating)}</p>
    ${review.title === null ? '' : html`<h3 dir="auto">${review.title}</h3>`}
    <p><small>${factsOf(review, texts).join(' · ')}</small></p>
    <p dir="auto" lang="${review.language ?? ''}">${review.body}</p>
    ${review.photos.map(
      ({ path, width, height }) =>
        html`<img
          src="${mediaUrl}${path}"
          alt=""
          width="${width}"
          height="${height}"
          loading="lazy"
        />`,
    )}
    ${
      review.reply === null
        ? ''
        : html`<p><small>${texts.reply}</small></p>
            <p dir="auto">${review.reply.text}</p>`
    }
  </article>`;
}

function factsOf(review: PublicReview, texts: PageTexts): string[] {
  const unverified =
    review.importedFrom === null ? texts.notVerified : texts.imported(review.importedFrom);
  return [
    review.name,
    review.createdAt.slice(0, 10),
    review.verified ? texts.verified : unverified,
    ...(review.insider ? [texts.insider] : []),
    ...(review.offer === null ? [] : [texts.offered]),
  ].filter((fact) => fact !== '');
}
