import { describe, expect, it } from 'vitest';
import { contactSettings, type ContactSettings } from '@okaeri/shared/contacts';
import { privacySettings } from '@okaeri/shared/privacy';
import { changeText } from './facet-rules.ts';
import { ENGLISH } from './readings-of-tests.ts';
import { contactWords, privacyWords } from './settings-change-rules.ts';

const CONTACTS: ContactSettings = contactSettings.parse({});

describe('the changes of the limits of contacts', () => {
  it.each([
    ['nothing differs', {}, []],
    ['days differ', { daysBetween: 9 }, [/→ 9 days$/]],
    ['one day is one', { daysBetween: 1 }, [/→ 1 day$/]],
    ['the quiet hours differ', { quietHours: { from: 22, to: 7 } }, [/→ 22:00 to 7:00$/]],
    ['somebody is asked for consent', { consentNeededFor: ['reviews'] }, [/^[^→]+none → \S/]],
    ['a share is left out', { programmeHoldoutPpm: 50_000 }, [/→ 5 %$/]],
    ['an imprint is written', { imprint: 'Alder & Ash' }, [/→ Alder & Ash$/]],
  ] as const)('where %s say so', (_where, change, texts) => {
    const found = contactWords
      .changes(CONTACTS, contactSettings.parse({ ...CONTACTS, ...change }), ENGLISH)
      .map((one) => changeText(one, ENGLISH));
    expect(found).toHaveLength(texts.length);
    for (const [i, text] of texts.entries()) expect(found[i]).toMatch(text);
  });

  it('have their fields called what people call them', () => {
    expect(contactWords.fieldName(['perMonth'], CONTACTS, ENGLISH)).toBe(
      'messages per shopper in 30 days',
    );
    expect(contactWords.fieldName(['nothing'], CONTACTS, ENGLISH)).toBe('');
  });
});

it('the changes of what is deleted by itself say when', () => {
  const never = privacySettings.parse({});
  const after = { ...never, forgetGuestsAfterDays: 400 };
  const found = privacyWords.changes(never, after, ENGLISH);
  expect(found.map((one) => changeText(one, ENGLISH))).toEqual([
    expect.stringMatching(/none → 400 days$/),
  ]);
  expect(privacyWords.fieldName(['forgetGuestsAfterDays'], never, ENGLISH)).not.toBe('');
});
