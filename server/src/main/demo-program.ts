import { programDocument, type ProgramDocument } from '@okaeri/shared/program';
import type { DemoPictures } from './demo-pictures.ts';
import { defaultProgram } from '../loyalty/program/default-program.ts';

const REWARDS = [
  { ...discount(300), icon: 'cup' as const },
  discount(1000),
  { ...discount(2000), icon: 'gift' as const },
  {
    id: 'choose',
    icon: 'slide' as const,
    kind: 'variableDiscount' as const,
    enabled: true,
    name: named('Pay with points', 'ポイントで支払う'),
    cost: { variable: { stepPoints: 100, minimumPoints: 200, maximumPoints: 3000 } },
    value: { JPY: 100 },
    validDays: 90,
  },
  {
    id: 'shipping',
    icon: 'truck' as const,
    kind: 'freeShipping' as const,
    enabled: true,
    name: named('Free shipping', '送料無料'),
    cost: { fixed: 400 },
    value: { JPY: 500 },
    validDays: 90,
    tierIds: ['grove', 'forest'],
  },
  {
    id: 'trees',
    icon: 'tree' as const,
    kind: 'donation' as const,
    enabled: true,
    name: named('Plant a tree', '木を一本植える'),
    description: named(
      'We give ¥250 to the foresters of our valley.',
      '谷の森を守る人たちに250円を寄付します。',
    ),
    cost: { fixed: 250 },
    value: { JPY: 250 },
    cause: named('Foresters of the valley', '谷の森林組合'),
    validDays: 1,
  },
];

const LADDER = {
  tiers: [
    { id: 'sprout', name: named('Sprout', '若葉'), entry: 0 },
    {
      id: 'grove',
      name: named('Grove', '木立'),
      entry: 60_000,
      perks: [named('Free shipping as a reward', '送料無料の特典')],
    },
    {
      id: 'forest',
      name: named('Forest', '森'),
      entry: 200_000,
      multiplier: '1.5',
      perks: [named('First taste of every harvest', '新豆の先行試飲')],
    },
  ],
  tierPolicy: {
    metric: 'spend' as const,
    window: { kind: 'rolling' as const, days: 365 },
    downgrade: 'oneStep' as const,
    graceDays: 30,
  },
};

// The honour alone: the demo's balances stay what its orders say.
const PLAY = {
  badges: [
    { id: 'regular', name: named('Regular', '常連さん') },
    { id: 'taster', name: named('Taster', '飲み比べ名人') },
    { id: 'faithful', name: named('Three months running', '三か月連続') },
  ],
  challenges: [
    {
      id: 'orders',
      enabled: true,
      name: named('Three orders this year', '今年3回のご注文'),
      metric: 'orders' as const,
      target: 3,
      period: 'year' as const,
      badgeId: 'regular',
    },
    {
      id: 'spend',
      enabled: true,
      name: named('¥10,000 in a month', '1か月で1万円'),
      metric: 'spend' as const,
      target: 10_000,
      period: 'month' as const,
      badgeId: 'taster',
    },
  ],
  streaks: [
    {
      id: 'months',
      enabled: true,
      name: named('A coffee every month', '毎月の一杯'),
      every: 'month' as const,
      length: 3,
      badgeId: 'faithful',
    },
  ],
};

/** One point for ¥20, lasting a year, worth a yen: and a little of everything a programme can have. */
export const demoProgram = (pictures: DemoPictures): ProgramDocument => {
  const base = defaultProgram('JPY');
  return programDocument.parse({
    ...base,
    name: named('Komorebi Circle', 'こもれびサークル'),
    timeZone: 'Asia/Tokyo',
    earning: [
      ...base.earning.map((rule) =>
        rule.on === 'order'
          ? { ...rule, points: { per: { JPY: { amountMinor: 20, points: 1 } } } }
          : rule,
      ),
      {
        id: 'profile',
        on: 'profile',
        enabled: true,
        points: { fixed: 100 },
        fields: ['birthday'],
      },
      {
        id: 'birthday',
        on: 'birthday',
        enabled: true,
        points: { fixed: 300 },
        noticeDays: 30,
        expiry: { kind: 'perLot', days: 60 },
      },
      { id: 'review', on: 'review', enabled: true, points: { fixed: 50 } },
      { id: 'survey', on: 'survey', enabled: true, points: { fixed: 20 } },
      {
        id: 'follow',
        on: 'follow',
        enabled: true,
        name: named('Follow us on Bluesky', 'Blueskyでフォロー'),
        points: { fixed: 20 },
        network: 'Bluesky',
        url: 'https://bsky.app/',
      },
      {
        id: 'friend',
        on: 'referral',
        enabled: true,
        points: { fixed: 500 },
        friendPoints: 200,
        hold: { days: 14, from: 'fulfilled' },
      },
    ],
    expiry: { kind: 'perLot', days: 365 },
    rewards: withPictures(REWARDS, { off1000: pictures.cup, trees: pictures.trees }),
    ...LADDER,
    tiers: withPictures(LADDER.tiers, { forest: pictures.forest }),
    ...PLAY,
    badges: withPictures(PLAY.badges, { taster: pictures.taster }),
  });
};

function withPictures<Thing extends { readonly id: string }>(
  things: readonly Thing[],
  pictures: Readonly<Record<string, string | undefined>>,
): Thing[] {
  return things.map((thing) => ({ ...thing, picture: pictures[thing.id] }));
}

function named(en: string, ja: string) {
  return { en, ja };
}

function discount(yen: number) {
  return {
    id: `off${yen}`,
    kind: 'fixedDiscount' as const,
    enabled: true,
    name: named(`¥${yen.toLocaleString('en')} off`, `${yen.toLocaleString('ja')}円引き`),
    cost: { fixed: yen },
    value: { JPY: yen },
    validDays: 90,
  };
}
