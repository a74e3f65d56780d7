import { signPerson, signToken, type Keys } from './accounts.ts';
import type { OkaeriApi } from './okaeri-api.ts';

/** Who asked for help before, and what the shop did about it. */
const ASKED = [
  {
    person: { id: 'elin', email: 'elin@example.com', name: 'Elin' },
    help: {
      orderId: 'K-elin',
      text: 'The handle of one mug came loose, and the coffee burned my hand.',
    },
    entries: [],
  },
  {
    person: { id: 'ren', email: 'ren@example.com', name: '蓮' },
    help: { orderId: 'K-ren', text: '注文したものと違う色が届きました。' },
    entries: [
      { kind: 'note', text: '倉庫に確認済み。正しい色を発送します。' },
      { kind: 'reply', text: '申し訳ございません。正しい色を本日発送いたします。' },
      { kind: 'state', state: 'waiting' },
    ],
  },
  {
    person: { id: 'hana', email: 'hana@example.com', name: 'Hana' },
    help: { orderId: null, text: 'Can I change the address of my points card?' },
    entries: [
      { kind: 'reply', text: 'Done. You will see it with your next order.' },
      { kind: 'state', state: 'resolved', outcome: 'changed' },
    ],
  },
] as const;

/** Sends them once. By then a low review may have opened a case by itself, of which nothing follows. */
export const seedCases = async (okaeri: OkaeriApi, shop: Keys): Promise<void> => {
  const [first] = ASKED;
  const known = await okaeri.listCasesOf(first.person.id);
  if (known.items.some(({ reason }) => reason === 'help')) return;
  for (const { person, help, entries } of ASKED) {
    const { id } = await okaeri.askForHelp(await signPerson(person, shop), help);
    for (const entry of entries) await okaeri.writeCaseEntry(id, entry);
  }
  const token = await signToken('mika', { ...shop, language: 'en' });
  const { id } = await okaeri.askForHelp(token, {
    orderId: 'K-1379',
    text: 'One of the two bags was open when it arrived.',
  });
  await okaeri.writeCaseEntry(id, {
    kind: 'reply',
    text: 'We are sorry. Another bag is on its way.',
  });
};
