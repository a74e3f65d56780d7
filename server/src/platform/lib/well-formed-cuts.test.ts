import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutWords } from '@okaeri/shared/words';
import { maskAddress } from '../../content/reviews/code-rules.ts';
import { reviewsJsonLd } from '../../content/reviews/json-ld.ts';
import { quoted } from '../../backoffice/imports/text-rules.ts';
import { shortText } from '../../connect/integrations/contract/reading-rules.ts';
import { wordsOf } from '../../loyalty/shoppers/term-rules.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const SOURCES = ['shared', 'server', 'admin', 'widget'].map((one) =>
  join(ROOT, one, 'src/**/*.{ts,tsx}'),
);

// A beginning of so many UTF-16 units, where how many there are is a limit of a text, or a plain number.
const CUT =
  /\.(?:slice|substring|substr)\(0, (\w*[lL]ength\w*|LIMITS\.\w*Length\w*|[A-Z_]*(?:LENGTH|NAME|TEXT|TITLE|TOLD)_?\w*|\d{2,3})\)/g;

/** What is cut by units: digits, dates and digests, which are ASCII, headers, and lists. */
const OF_UNITS: readonly (readonly [file: string, cut: string])[] = [
  ['access/known-device.ts', 'NAME_LENGTH'],
  ['loyalty/activities/claim-rules.ts', 'MAC_LENGTH'],
  ['colours.ts', 'length'],
  ['document-difference.ts', 'length'],
  ['backoffice/imports/import-rules.ts', 'ID_LENGTH'],
  ['backoffice/imports/import-costs.ts', 'ID_LENGTH'],
  ['loyalty/orders/rules/quote-rules.ts', 'MAC_LENGTH'],
  ['backoffice/shopper-record/card-rules.ts', 'MAC_LENGTH'],
  ['backoffice/insights/figures/figure-order.ts', 'DIGEST_LENGTH'],
  ['connect/integrations/inbound-routes.ts', 'LIMITS.idLengthMax'],
  ['backoffice/imports/import-member.ts', '26'],
  ['loyalty/referrals/referral-rules.ts', '16'],
  ['loyalty/tiers/ladder-rules.ts', '12'],
  ['platform/lib/scrub.ts', 'TEXT_MAX'],
  ['loyalty/shoppers/term-rules.ts', 'NAME_KEY_MAX'],
  // Lists, of clawbacks, of names and of code points.
  ['connect/integrations/names-person-rules.ts', 'NAMES_MAX'],
  ['loyalty/me/view-me.ts', 'CLAWBACKS_TOLD'],
  ['reviews/ReviewCard.tsx', '60'],
  ['document/show-field.ts', 'length'],
  ['document/open-items.ts', 'ITEM_LENGTH'],
  ['loyalty/contacts/read-preferences.ts', 'TOLD'],
  ['loyalty/contacts/sender.ts', '32'],
];
/** `2026-11-22`, `2026-11-22T09:30:00`: beginnings of instants in ISO 8601. */
const OF_INSTANTS = new Set(['10', '19']);

describe('a text', () => {
  it('is cut nowhere by UTF-16 units, in all of the source', () => {
    const found: string[] = [];
    for (const path of SOURCES.flatMap((one) => globSync(one))) {
      if (/\.test\.tsx?$|\/testing\//.test(path)) continue;
      for (const [line, cut = ''] of readFileSync(path, 'utf8').matchAll(CUT)) {
        const isKnown = OF_UNITS.some(([file, of]) => path.endsWith(`/${file}`) && of === cut);
        if (!isKnown && !OF_INSTANTS.has(cut)) found.push(`${relative(ROOT, path)}: ${line}`);
      }
    }
    expect(found).toEqual([]);
  });

  const review = (name: string) => ({
    id: 'r',
    productId: 'p',
    rating: 5,
    title: null,
    body: 'Good.',
    name,
    language: null,
    importedFrom: null,
    createdAt: '2026-01-02T00:00:00Z',
  });
  const WRITERS: Readonly<Record<string, (words: string) => unknown>> = {
    cutWords: (words) => cutWords(words, 40),
    wordsOf,
    quoted,
    shortText: (words) => shortText(words.repeat(20)),
    maskAddress: (words) => maskAddress(`${words}@example.com`),
    reviewsJsonLd: (words) =>
      reviewsJsonLd(
        { id: null, name: 'Tea' },
        // Only what the markup reads of a review.
        { collected: { average: 5, count: 1 }, items: [review(words)] } as unknown as Parameters<
          typeof reviewsJsonLd
        >[1],
      ),
  };

  it.each(Object.keys(WRITERS))('of emoji of any length stays well formed in %s', (name) => {
    const signs = fc.constantFrom('x', '\u{1F600}', 'e\u0301', '\u{1F468}\u200D\u{1F469}');
    fc.assert(
      fc.property(fc.array(signs, { minLength: 1, maxLength: 140 }), (all) => {
        const made = JSON.stringify(WRITERS[name]?.(all.join('')));
        // JSON.stringify writes half of a pair as an escape.
        expect(made).not.toMatch(/\\ud[89a-f]/i);
      }),
      { numRuns: 200 },
    );
  });
});
