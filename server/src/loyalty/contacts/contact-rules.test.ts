import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactSettings } from '@okaeri/shared/contacts';
import { DAY_MS, NEVER_AT } from '../../platform/lib/clock.ts';
import { decideContact, mailAt, MONTH_MS, type Contact, type Wish } from './contact-rules.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const SETTINGS = contactSettings.parse({});
const WISH: Wish = { kind: 'reviewRequest', channel: 'email', subject: 'o1' };
const STANDS = 14 * DAY_MS;
const MAIL = { wish: WISH, standsForMs: STANDS };
const contact = (change: Partial<Contact> = {}): Contact => ({
  kind: 'nextStep',
  channel: 'page',
  subject: 'birthday',
  at: NOW,
  dismissedAt: null,
  ...change,
});

describe('the contact budget', () => {
  it('leaves its days between two contacts, to the millisecond', () => {
    const before = [contact({ at: NOW - 7 * DAY_MS + 1 })];
    expect(decideContact(before, MAIL, SETTINGS, NOW)).toEqual({ allowed: false, until: NOW + 1 });
    expect(decideContact(before, MAIL, SETTINGS, NOW + 1)).toEqual({ allowed: true, isNew: true });
  });

  it('counts a dismissal as a contact, and never says the same again', () => {
    const dismissed = [contact({ at: NOW - 30 * DAY_MS, dismissedAt: NOW - DAY_MS })];
    const until = NOW + 6 * DAY_MS;
    expect(decideContact(dismissed, MAIL, SETTINGS, NOW)).toEqual({ allowed: false, until });
    const wish: Wish = { kind: 'nextStep', channel: 'page', subject: 'birthday' };
    const same = { wish, standsForMs: STANDS };
    expect(decideContact(dismissed, same, SETTINGS, NOW + 400 * DAY_MS)).toEqual({
      allowed: false,
      until: null,
    });
  });

  it('lets what stands in the page stand for as long as its kind says, and is charged once for it', () => {
    const wish: Wish = { kind: 'reviewRequest', channel: 'page', subject: 'o1' };
    const standing = [contact({ ...wish, at: NOW - STANDS })];
    const decide = (standsForMs: number) =>
      decideContact(standing, { wish, standsForMs }, SETTINGS, NOW);
    expect(decide(STANDS)).toEqual({ allowed: true, isNew: true });
    expect(decide(STANDS + 1)).toEqual({ allowed: true, isNew: false });
    expect(decide(NEVER_AT)).toEqual({ allowed: true, isNew: false });
  });

  it('takes no other kind, channel or subject for the same', () => {
    const wish: Wish = { kind: 'nextStep', channel: 'page', subject: 'birthday' };
    const other: Partial<Contact>[] = [
      { kind: 'reviewRequest' },
      { channel: 'email' },
      { subject: 'profile' },
    ];
    for (const change of other)
      expect(
        decideContact([contact(change)], { wish, standsForMs: NEVER_AT }, SETTINGS, NOW).allowed,
      ).toBe(false);
  });

  it('counts a contact in its month until thirty days are over, to the millisecond', () => {
    const settings = { ...SETTINGS, daysBetween: 0, perMonth: 1 };
    const before = [contact({ at: NOW - 30 * DAY_MS })];
    expect(decideContact(before, MAIL, settings, NOW)).toEqual({ allowed: true, isNew: true });
    expect(decideContact(before, MAIL, settings, NOW - 1)).toEqual({ allowed: false, until: NOW });
  });

  it('is free when the contact that fills the month leaves it, in whatever order they are listed', () => {
    const settings = { ...SETTINGS, daysBetween: 0, perMonth: 2 };
    const ages = [3, 9, 6].map((days) => contact({ at: NOW - days * DAY_MS }));
    for (const contacts of [ages, ages.toReversed()])
      expect(decideContact(contacts, MAIL, settings, NOW)).toEqual({
        allowed: false,
        until: NOW + 24 * DAY_MS,
      });
  });

  it('never has more in thirty days than the shop says, nor two too close', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 60 }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 1, max: 6 }),
        (waits, daysBetween, perMonth) => {
          const settings = { ...SETTINGS, daysBetween, perMonth };
          const said: Contact[] = [];
          let now = NOW;
          for (const [index, days] of waits.entries()) {
            now += days * (DAY_MS / 2);
            const wish: Wish = { kind: 'reviewRequest', channel: 'email', subject: `o${index}` };
            const decision = decideContact(said, { wish, standsForMs: STANDS }, settings, now);
            if (decision.allowed) said.push(contact({ ...wish, at: now }));
            // What is put off can be said when it was put off to.
            else if (decision.until !== null)
              expect(
                decideContact(said, { wish, standsForMs: STANDS }, settings, decision.until)
                  .allowed,
              ).toBe(true);
          }
          for (const [index, { at }] of said.entries()) {
            const next = said[index + 1];
            if (next !== undefined)
              expect(next.at - at).toBeGreaterThanOrEqual(daysBetween * DAY_MS);
            const window = said.filter((other) => other.at >= at && other.at < at + MONTH_MS);
            expect(window.length).toBeLessThanOrEqual(perMonth);
          }
        },
      ),
    );
  });

  it('is quiet over midnight, within a day, or never', () => {
    const at = (text: string): number => Date.parse(text);
    const zone = 'Asia/Tokyo';
    const night = at('2026-11-22T13:30:00Z');
    expect(mailAt(SETTINGS, night, zone)).toBe(at('2026-11-22T23:00:00Z'));
    expect(mailAt(SETTINGS, at('2026-11-22T22:59:59Z'), zone)).toBe(at('2026-11-22T23:00:00Z'));
    expect(mailAt(SETTINGS, at('2026-11-22T23:00:00Z'), zone)).toBe(at('2026-11-22T23:00:00Z'));
    expect(mailAt(SETTINGS, at('2026-11-22T11:59:59Z'), zone)).toBe(at('2026-11-22T11:59:59Z'));
    const noon = { ...SETTINGS, quietHours: { from: 12, to: 14 } };
    expect(mailAt(noon, at('2026-11-22T12:00:00Z'), 'UTC')).toBe(at('2026-11-22T14:00:00Z'));
    const begins = at('2026-11-22T13:00:00Z');
    expect(mailAt({ ...SETTINGS, quietHours: { from: 22, to: 8 } }, begins, zone)).toBe(
      at('2026-11-22T23:00:00Z'),
    );
    const never = { ...SETTINGS, quietHours: { from: 5, to: 5 } };
    expect(mailAt(never, at('2026-11-22T05:00:00Z'), 'UTC')).toBe(at('2026-11-22T05:00:00Z'));
  });
});
