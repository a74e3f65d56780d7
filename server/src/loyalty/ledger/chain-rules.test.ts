import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../platform/lib/digest.ts';
import { NO_ENTRIES, type Posting } from './book-rules.ts';
import { chainDocument, hashOf } from './chain-rules.ts';

const posting: Posting = {
  kind: 'earn',
  awardId: '01A',
  redemptionId: null,
  entries: { ...NO_ENTRIES, pending: 36, issued: -36 },
  lots: [['01A', 36]],
  effectiveAt: 1,
  receipt: {
    rule: 'ordér "\u2028" \\',
    program: 2,
    basis: 3600,
    currency: 'USD',
    desired: 36,
    awarded: 36,
    reason: null,
    lines: [[0, 3600, 36, 36]],
  },
};
const place = { shopperId: '01S', sequence: 1, recordedAt: 2, previousHash: '' };

it('hashes the RFC 8785 form of its document', () => {
  const document = chainDocument(posting, place);
  expect(JSON.stringify(document)).toBe(canonicalJson(document));
  const without = chainDocument({ ...posting, receipt: null }, place);
  expect(JSON.stringify(without)).toBe(canonicalJson(without));
});

it('keeps the hash of a known document for good: chains on disk depend on it', () => {
  expect(hashOf(posting, place)).toMatchInlineSnapshot(
    `"wlQa24XiL4b8QrY0as2m5XPT1Q_efFZEmYVI--hmYZg"`,
  );
});

it('gives another hash whatever is changed', () => {
  const hashes = [
    hashOf(posting, place),
    hashOf({ ...posting, effectiveAt: 2 }, place),
    hashOf({ ...posting, kind: 'clawback' }, place),
    hashOf({ ...posting, lots: [] }, place),
    hashOf({ ...posting, receipt: null }, place),
    hashOf(posting, { ...place, previousHash: 'x' }),
    hashOf(posting, { ...place, shopperId: '01T' }),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
});

describe('what only some transactions say', () => {
  const receipt = posting.receipt ?? undefined;

  it.each([
    ['campaign', 'spring'],
    ['factor', '1.5'],
    ['rate', [100, 1]],
    ['room', 0],
    ['until', 0],
  ] as const)('is hashed of a receipt where it has a %s, and left out where not', (name, value) => {
    const documentOf = (change: object): unknown =>
      chainDocument(
        { ...posting, receipt: { ...receipt, ...change } as Posting['receipt'] },
        place,
      );
    expect(documentOf({ [name]: value })).toMatchObject({ receipt: { [name]: value } });
    expect(JSON.stringify(documentOf({ [name]: value }))).toContain(`"${name}":`);
    expect(JSON.stringify(documentOf({}))).not.toContain(`"${name}":`);
    expect(JSON.stringify(documentOf({ [name]: value }))).toBe(
      canonicalJson(documentOf({ [name]: value })),
    );
  });

  it.each([
    ['points', { points: 1, spendMinor: 0, orders: 0 }],
    ['less points', { points: -1, spendMinor: 0, orders: 0 }],
    ['money', { points: 0, spendMinor: 1, orders: 0 }],
    ['an order', { points: 0, spendMinor: 0, orders: 1 }],
  ])('is hashed of what counts for tiers where it counts %s', (_, counts) => {
    const document = chainDocument({ ...posting, counts }, place);
    expect(document).toMatchObject({ counts });
    expect(JSON.stringify(document)).toBe(canonicalJson(document));
  });

  it.each([
    ['nothing is said', undefined],
    ['nothing is counted', { points: 0, spendMinor: 0, orders: 0 }],
  ])('is left out of what counts for tiers where %s', (_, counts) => {
    expect(hashOf({ ...posting, ...(counts && { counts }) }, place)).toBe(hashOf(posting, place));
  });

  it('is hashed of a merge: the other chain, and what it brings', () => {
    const merge = { shopperId: '01T', head: 'x', days: [[19_000, 1, 2, 3]] } as const;
    const document = chainDocument({ ...posting, merge }, place);
    expect(document).toMatchObject({ merge });
    expect(JSON.stringify(document)).toBe(canonicalJson(document));
  });
});

it('is the same document of a receipt and an amount in whatever order their members stand', () => {
  const backwards = <T extends object>(value: T): T =>
    Object.fromEntries(Object.entries(value).toReversed()) as T;
  const { receipt } = posting;
  const turned = {
    ...posting,
    entries: backwards(posting.entries),
    receipt: receipt && backwards(receipt),
  };
  expect(hashOf(turned, place)).toBe(hashOf(posting, place));
});
