import { setTimeout } from 'node:timers/promises';
import type { Hand } from './tasks-hand.ts';
import type { TaskKeys, World } from './tasks-shop.ts';

/** What steps are told of where they are done. */
export interface Scene {
  /** A page of the merchant's own, into which something is pasted. */
  readonly paste: (snippet: string) => Promise<void>;
  /** Keeps the keys of the shop that was opened. */
  readonly keep: (keys: Pick<TaskKeys, 'secretKey' | 'identitySecret'>) => void;
}

/** Does a task by what is seen. */
export type Steps = (hand: Hand, scene: Scene) => Promise<void>;

/** How a console does each task; a text says what is missing for it. */
export type StepsOf = Readonly<Record<TaskName, Steps | string>>;

interface Task {
  readonly name: string;
  readonly title: string;
  /** What has happened in the shop before, without the console. */
  readonly before?: (world: World) => Promise<void>;
}

/** Twenty things a merchant comes for, in the order in which they are done in one shop. */
export const TASKS = [
  { name: 'open', title: 'Open a shop' },
  { name: 'template', title: 'Publish a template' },
  { name: 'rate', title: 'Change a rate and put it back' },
  { name: 'tier', title: 'Add a tier' },
  { name: 'picture', title: 'Add a reward with a picture' },
  { name: 'connect', title: 'Connect orders' },
  { name: 'snippet', title: 'Paste the snippet' },
  { name: 'import', title: 'Import members and undo it' },
  { name: 'order', title: 'Find an order by its number', before: buy },
  { name: 'zero', title: 'Say why a line earned 0' },
  { name: 'give', title: 'Give 500 points with a reason' },
  { name: 'correct', title: 'Correct a wrong adjustment' },
  { name: 'release', title: 'Release a code', before: takeReward },
  { name: 'reward', title: 'Give a reward' },
  { name: 'merge', title: 'Merge two shoppers' },
  { name: 'erase', title: 'Erase a shopper' },
  { name: 'moderate', title: 'Decide on three reviews by keyboard', before: writeReviews },
  { name: 'answer', title: 'Answer a question and mend the answer', before: ask },
  { name: 'simulate', title: 'Run the simulation' },
  { name: 'export', title: 'Export the shoppers of a tier' },
] as const satisfies readonly Task[];
export type TaskName = (typeof TASKS)[number]['name'];

/** Members of another tool. */
export const MEMBERS = {
  name: 'members.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    'customer_id,email,name,points\n31,mio@x.example,Mio,400\n32,j@x.example,Jo,125',
  ),
};

const SEARCH_MS = 2000;
const HELPED = { ada: 'Ada Byron', ben: 'Ben Ito', cem: 'Cem Kaya' };
const WRITERS = { dora: 'Dora Lind', eli: 'Eli Roth', fay: 'Fay Ames' };
const TEA = { id: 'l1', productId: 'tea', title: 'Tea', quantity: 1, priceMinor: 4000 };
const CARD = { id: 'l2', productId: 'card', title: 'Gift card', quantity: 1, priceMinor: 2500 };

/** Tea earns, a gift card does not. Six people have bought both, three times each. */
async function buy({ call, publish }: World): Promise<void> {
  await publish(({ earning }) => ({
    earning: (earning as { on: string }[]).map((rule) =>
      rule.on === 'order' ? { ...rule, scope: { productIds: [TEA.productId] } } : rule,
    ),
  }));
  const at = new Date(Date.now() - 3 * 86_400_000).toISOString();
  const times = { updatedAt: at, placedAt: at, paidAt: at, fulfilledAt: at, deliveredAt: at };
  let number = 1300;
  for (const [id, name] of Object.entries({ ...HELPED, ...WRITERS }))
    for (let count = 0; count < 3; count += 1) {
      number += 1;
      await call('PUT', `/v1/orders/K-${number}`, {
        ...times,
        paymentStatus: 'paid',
        currency: 'USD',
        shopper: { id, name, email: `${id}@x.example` },
        lines: [TEA, CARD],
      });
    }
  // What somebody is found by follows within a second.
  await setTimeout(SEARCH_MS);
}

/** Ben has points, and takes the first reward for them. */
async function takeReward({ call, act }: World): Promise<void> {
  await call('POST', '/v1/shoppers/ben/adjustments', { points: 5000, reason: 'Moved in' });
  const { rewards } = (await call('GET', '/v1/program')).body as { rewards: { id: string }[] };
  await act('ben', 'POST', '/redemptions', { rewardId: rewards[0]?.id });
}

/** A link brings a review before a person. */
async function writeReviews({ act }: World): Promise<void> {
  for (const [sub, name] of Object.entries(WRITERS)) {
    const body = `Calm and round. More at https://${sub}.example`;
    const review = { rating: 4, title: 'Good', body, name, language: 'en' };
    await act(sub, 'PUT', '/me/reviews/tea', review);
  }
}

async function ask({ act }: World): Promise<void> {
  await act('dora', 'POST', '/products/tea/questions', { body: 'Is it green?', name: 'Dora' });
}
