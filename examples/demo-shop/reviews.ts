import { signPerson, type Keys, type Person } from './accounts.ts';
import type { OkaeriApi } from './okaeri-api.ts';
import { changeOrder, placeOrder } from './orders.ts';

const DAY_MS = 86_400_000;

/** People who bought before, what they say of it, and what the shop answered. */
const PAST: readonly {
  readonly person: Person;
  readonly daysAgo: number;
  readonly said: readonly {
    readonly productId: string;
    readonly rating: number;
    readonly title?: string;
    readonly body: string;
    readonly language: 'en' | 'ja';
    readonly reply?: string;
  }[];
}[] = [
  {
    person: { id: 'hana', email: 'hana@example.com', name: 'Hana' },
    daysAgo: 90,
    said: [
      {
        productId: 'mug',
        rating: 5,
        title: 'The right weight',
        body: 'Sits well in the hand and keeps the coffee warm while I read.\n\nThe glaze is a little different on each of ours.',
        language: 'en',
      },
      {
        productId: 'asagiri',
        rating: 4,
        body: '香りがとてもよく、朝にぴったりです。',
        language: 'ja',
      },
    ],
  },
  {
    person: { id: 'sora', email: 'sora@example.com', name: '空' },
    daysAgo: 75,
    said: [
      {
        productId: 'mug',
        rating: 2,
        title: '少し小さい',
        body: '思っていたより小さめでした。色はきれいです。',
        language: 'ja',
        reply: 'ご意見ありがとうございます。容量を商品ページの見出しにも載せました。',
      },
    ],
  },
  {
    person: { id: 'elin', email: 'elin@example.com', name: 'Elin' },
    daysAgo: 50,
    said: [
      {
        productId: 'mug',
        rating: 5,
        body: 'Bought one, went back for three more. They survive the dishwasher.',
        language: 'en',
      },
      {
        productId: 'dripper',
        rating: 3,
        title: 'Lovely, but slow',
        body: 'Beautiful to look at. With a fine grind it takes its time; coarser is better.',
        language: 'en',
      },
    ],
  },
  {
    person: { id: 'ren', email: 'ren@example.com', name: '蓮' },
    daysAgo: 40,
    said: [
      {
        productId: 'mug',
        rating: 4,
        body: '口当たりがなめらかで気に入っています。',
        language: 'ja',
      },
      { productId: 'yoiyami', rating: 5, body: '深いのに後味が重くありません。', language: 'ja' },
    ],
  },
];

/** What was asked about the mug, and what the shop answered. */
const ASKED = [
  {
    person: { id: 'elin', email: 'elin@example.com', name: 'Elin' },
    body: 'Does it fit under a capsule machine?',
    language: 'en',
    answer: { body: 'It is 9 cm tall, so it fits under most of them.', language: 'en' },
  },
  {
    person: { id: 'sora', email: 'sora@example.com', name: '空' },
    body: '電子レンジで使えますか。',
    language: 'ja',
    answer: { body: 'はい、お使いいただけます。', language: 'ja' },
  },
] as const;

const seedQuestions = async (okaeri: OkaeriApi, shop: Keys): Promise<void> => {
  for (const { person, answer, ...question } of ASKED) {
    const token = await signPerson(person, shop);
    const { id } = await okaeri.askQuestion(token, 'mug', question);
    await okaeri.answerQuestion(id, answer);
  }
};

/** Sends what people bought, wrote and asked before. Repeating it changes nothing. */
export const seedReviews = async (okaeri: OkaeriApi, shop: Keys): Promise<void> => {
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  for (const { person, daysAgo, said } of PAST) {
    const at = (days: number): string => new Date(today - (daysAgo - days) * DAY_MS).toISOString();
    const cart = Object.fromEntries(said.map(({ productId }) => [productId, 1]));
    const base = { email: null, quoteId: null, voucher: null, account: null };
    const placed = placeOrder({ ...base, cart, now: at(0) });
    const order = { ...changeOrder(placed, 'ship', at(1)), deliveredAt: at(3), shopper: person };
    await okaeri.putOrder(`K-${person.id}`, order);
    const token = await signPerson(person, shop);
    for (const { productId, reply, ...review } of said) {
      const { id } = await okaeri.writeReview(token, productId, review);
      if (reply !== undefined) await okaeri.replyToReview(id, reply);
    }
  }
  await seedQuestions(okaeri, shop);
};
