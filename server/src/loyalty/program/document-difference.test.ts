import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  differences,
  mergeChanges,
  valueAt,
  withValueAt,
} from '@okaeri/shared/document-difference';
import { defaultProgram } from './default-program.ts';
import { templatesIn } from './templates.ts';

const leaf = fc.oneof(fc.integer(), fc.string({ maxLength: 4 }), fc.boolean(), fc.constant(null));
const item = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  enabled: fc.boolean(),
  value: fc.dictionary(fc.constantFrom('USD', 'JPY'), fc.integer()),
});
const document = fc.record({
  name: fc.dictionary(fc.constantFrom('en', 'ja'), fc.string({ maxLength: 4 })),
  days: leaf,
  tags: fc.array(fc.string({ maxLength: 3 }), { maxLength: 3 }),
  rewards: fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 3 }),
});

/** Without the order of things with ids, which is no difference. */
const sorted = (of: unknown): unknown => {
  const { rewards, ...rest } = of as { rewards: { id: string }[] };
  return { ...rest, rewards: rewards.toSorted((a, b) => a.id.localeCompare(b.id)) };
};

describe('the difference of two documents', () => {
  it('leads from the one to the other', () => {
    fc.assert(
      fc.property(document, document, (a, b) => {
        const led = differences(a, b).reduce<unknown>(
          (before, { path, after }) => withValueAt(before, path, after),
          a,
        );
        expect(sorted(led)).toEqual(sorted(b));
        expect(differences(a, a)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('names what has changed by its id, and nothing else', () => {
    const program = defaultProgram('USD');
    const dearer = withValueAt(program, ['rewards', 'off5', 'cost', 'fixed'], 600);
    expect(differences(program, dearer)).toEqual([
      { path: ['rewards', 'off5', 'cost', 'fixed'], before: 500, after: 600 },
    ]);
    // Where nothing stands yet, what is on the way to the place is made.
    expect(withValueAt({ texts: {} }, ['texts', 'de', 'redeem'], 'Nimm')).toEqual({
      texts: { de: { redeem: 'Nimm' } },
    });
    expect(withValueAt({ label: null }, ['label', 'en'], 'Club')).toEqual({
      label: { en: 'Club' },
    });
    expect(withValueAt({ label: null }, ['label', 'en'], undefined)).toEqual({ label: null });
    const fewer = withValueAt(program, ['earning', 'signup'], undefined);
    expect(differences(program, fewer)).toMatchObject([
      { path: ['earning', 'signup'], after: undefined },
    ]);
    expect(valueAt(dearer, ['rewards', 'off5', 'cost', 'fixed'])).toBe(600);
    expect(valueAt(dearer, ['rewards', 'none', 'cost'])).toBeUndefined();
  });

  it('keeps whatever one of two changed, and says where both did', () => {
    fc.assert(
      fc.property(document, document, document, (base, mine, theirs) => {
        const merged = mergeChanges({ base, mine, theirs });
        // Nothing of theirs is lost, clash or not.
        for (const { path, after } of differences(base, theirs)) {
          const now = valueAt(merged.document, path);
          if (after === undefined || typeof after !== 'object') expect(now).toEqual(after);
        }
        // With nobody else's changes, mine are all there is.
        expect(sorted(mergeChanges({ base, mine, theirs: base }).document)).toEqual(sorted(mine));
        expect(mergeChanges({ base, mine, theirs: mine }).clashes).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('puts two people’s changes of a programme together', () => {
    const [template] = templatesIn('JPY');
    const base = template?.document ?? defaultProgram('JPY');
    const mine = withValueAt(base, ['name', 'en'], 'Mine') as typeof base;
    const theirs = withValueAt(base, ['refunds', 'policy'], 'unlimited') as typeof base;
    const merged = mergeChanges({ base, mine, theirs });
    expect(merged.document.name['en']).toBe('Mine');
    expect(merged.document.refunds.policy).toBe('unlimited');
    expect(merged.clashes).toEqual([]);
    const other = withValueAt(base, ['name', 'en'], 'Theirs') as typeof base;
    const clash = mergeChanges({ base, mine, theirs: other });
    expect(clash.clashes).toEqual([['name', 'en']]);
    expect(clash.document.name['en']).toBe('Theirs');
  });
});
