import type { JSX } from 'preact';
import { minorUnitsOf } from '@okaeri/shared/currencies';
import type { Program } from '@okaeri/shared/program';
import type { ListedShopper } from '@okaeri/shared/shoppers';
import { shop, shopperPage } from '../app/session.ts';
import { language, messages } from '../i18n/messages.ts';
import { formatCount, formatDay, formatMoney } from '../lib/format.ts';
import type { RowHead, TableColumn } from '../ui/table/DataTable.tsx';
import type { FilterField } from '../ui/table/filter-field.ts';
import type { TableDefaults } from '../ui/table/table-state.ts';

/** How the list of shoppers begins, and what it can be narrowed by. */
export const SHOPPER_DEFAULTS: TableDefaults = {
  sort: 'lastOrder',
  order: 'desc',
  filters: [
    'status',
    'stage',
    'segment',
    'tier',
    'rfm',
    'value',
    'again',
    'overdue',
    'tag',
    'spentFrom',
  ],
};

/** Columns that are there until somebody has chosen. */
export const SHOPPER_SHOWN = [
  'tier',
  'stage',
  'available',
  'pending',
  'orders',
  'spent',
  'lastOrder',
] as const;

/** What the row of a shopper is called. */
export const shopperName = (of: ListedShopper): string =>
  of.name ?? of.email ?? of.id ?? messages().shoppers.nameless;

/** The beginning of a shopper's row. */
export const shopperHead = (of: ListedShopper): RowHead => {
  const w = messages();
  const second = of.name === null ? of.id : (of.email ?? of.id);
  const isPlain = of.status === 'member';
  const last = of.lastOrderAt === null ? w.shoppers.never : formatDay(of.lastOrderAt);
  return {
    href: shopperPage(of),
    name: isPlain ? (
      shopperName(of)
    ) : (
      <>
        {shopperName(of)}{' '}
        <span class={`badge ${of.status === 'blocked' ? 'warn' : ''}`}>
          {w.shoppers.status[of.status]}
        </span>
      </>
    ),
    line: second,
    phone: [of.tier && tierText(of.tier), w.stages[of.stage], last].filter(Boolean).join(' · '),
  };
};

/** The columns a list of shoppers may have. */
export const shopperColumns = (): readonly TableColumn<ListedShopper>[] => {
  const w = messages();
  const currency = shop.value?.currency ?? 'USD';
  return [
    { id: 'tier', title: w.shoppers.tier, kind: 'text', cell: (of) => <Tier of={of} /> },
    {
      id: 'stage',
      title: w.shoppers.stage,
      kind: 'text',
      cell: ({ stage }) => <span class={stage === 'lapsed' ? 'late' : ''}>{w.stages[stage]}</span>,
    },
    {
      id: 'available',
      title: w.shoppers.points,
      kind: 'number',
      sort: 'available',
      isFigure: true,
      cell: ({ available }) => formatCount(available),
    },
    {
      id: 'pending',
      title: w.shoppers.pending,
      kind: 'number',
      sort: 'pending',
      cell: ({ pending }) => <span class="quiet">{formatCount(pending)}</span>,
    },
    {
      id: 'orders',
      title: w.shoppers.orders,
      kind: 'number',
      sort: 'orders',
      cell: ({ orderCount }) => formatCount(orderCount),
    },
    {
      id: 'spent',
      title: w.shoppers.spend,
      kind: 'number',
      sort: 'spent',
      cell: ({ spendMinor }) => formatMoney(spendMinor, currency),
    },
    {
      id: 'lastOrder',
      title: w.shoppers.lastOrder,
      kind: 'time',
      sort: 'lastOrder',
      cell: ({ lastOrderAt }) => <Day at={lastOrderAt} />,
    },
    {
      id: 'tags',
      title: w.shoppers.tag,
      kind: 'text',
      cell: ({ tags }) => tags.join(', '),
    },
    {
      id: 'since',
      title: w.shoppers.since,
      kind: 'time',
      sort: 'newest',
      cell: ({ createdAt }) => <Day at={createdAt} />,
    },
  ];
};

/** What shoppers can be narrowed by, with the words of the programme. */
export const shopperFields = (program: Program | undefined): readonly FilterField[] => {
  const w = messages();
  const currency = shop.value?.currency ?? 'USD';
  const named = (
    list: readonly { readonly id: string; readonly name: Readonly<Record<string, string>> }[],
  ): Record<string, string> =>
    Object.fromEntries(list.map(({ id, name }) => [id, name[language.value] ?? name['en'] ?? id]));
  const tiers = named(program?.tiers ?? []);
  const segments = named(program?.segments ?? []);
  return [
    { name: 'stage', label: w.shoppers.stage, options: w.stages },
    ...(Object.keys(tiers).length > 0
      ? [{ name: 'tier', label: w.shoppers.tier, options: tiers }]
      : []),
    ...(Object.keys(segments).length > 0
      ? [{ name: 'segment', label: w.shoppers.segment, options: segments }]
      : []),
    ...Object.entries(w.buyers).map(([name, of]) => ({ name, ...of })),
    { name: 'tag', label: w.shoppers.tag },
    {
      name: 'spentFrom',
      label: w.shoppers.spentFrom,
      inputMode: 'decimal',
      units: minorUnitsOf(currency),
      say: (minor) => formatMoney(Number(minor), currency),
    },
  ];
};

function Tier({ of: { tier } }: { of: ListedShopper }): JSX.Element {
  return tier === null ? (
    <span class="quiet">–</span>
  ) : (
    <span class="badge good">{tierText(tier)}</span>
  );
}

function Day({ at }: { at: string | null }): JSX.Element {
  if (at === null) return <span class="quiet">{messages().shoppers.never}</span>;
  return (
    <time dateTime={at} class="day">
      {formatDay(at)}
    </time>
  );
}

function tierText({ id, name }: NonNullable<ListedShopper['tier']>): string {
  return name[language.value] ?? name['en'] ?? id;
}
