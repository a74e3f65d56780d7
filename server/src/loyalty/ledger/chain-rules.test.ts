import { expect, it } from 'vitest';
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
