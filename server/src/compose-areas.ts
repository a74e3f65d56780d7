import { contactKind } from '@okaeri/shared/contacts';
import { entriesOf, keysOf, recordOf } from '@okaeri/shared/records';
import { findShop } from './access/find-shop.ts';
import type { Area, Job, Mounts } from './area.ts';
import type { TableName } from './platform/store/tables.ts';
import type { Operations } from './operation.ts';
import type { PersonalData } from './personal-data.ts';
import { AREAS } from './areas.ts';
import type { Needs } from './access/ability-rules.ts';
import {
  absentOf,
  carriedTable,
  type CarriedTable,
} from './connect/portability/carried-queries.ts';
import type { Deps } from './deps.ts';
import { DAY_MS } from './platform/lib/clock.ts';
import {
  deliverDue,
  type DeliveryHandler,
  type DeliveryHandlers,
} from './platform/outbox/deliver-due.ts';
import { LANES } from './platform/outbox/lane-rules.ts';
import { sortTables } from './platform/store/sort-tables.ts';
import { sqliteTables } from './schema.ts';
import type { OutboxPayload } from './platform/outbox/payloads.ts';

const areas: readonly Area[] = AREAS;

/** The tables a shop's file carries, those first that others point to. */
export const CARRIED: readonly CarriedTable[] = readCarried();

const DELIVER_EVERY_MS = 2000;

/** Who delivers what leaves. What a closed shop had to say waits until it is open again. */
export const DELIVERY_HANDLERS: DeliveryHandlers = readDeliveryHandlers();

/** In which lane of the outbox what leaves waits. */
export const LANES_BY_KIND: Deps['lanes'] = recordOf(
  keysOf(DELIVERY_HANDLERS),
  (kind) => DELIVERY_HANDLERS[kind].lane,
);

/** What is to be known of each kind of touch, from the area that sends or shows it. */
export const TOUCHES: Deps['touches'] = recordOf(contactKind.options, (kind) => {
  const known = areas.find(({ touches }) => touches?.[kind] !== undefined)?.touches?.[kind];
  if (known === undefined) throw new Error(`No area has the touch ${kind}.`);
  return known;
});

/** Who reads a score that cases hear of. */
export const CASE_SOURCES: Deps['caseSources'] = Object.assign(
  {},
  ...areas.map(({ caseSources = {} }) => caseSources),
);

/** What areas would show a shopper in a page. */
export const PAGE_TOUCHES: Deps['pageTouches'] = areas.flatMap(
  ({ pageTouches }) => pageTouches ?? [],
);

/** What runs by itself. */
export const jobsOf = (deps: Deps): readonly Job[] => [
  ...LANES.map((lane) => ({
    name: `deliver ${lane}`,
    everyMs: DELIVER_EVERY_MS,
    run: () => deliverDue(deps, DELIVERY_HANDLERS, [lane]),
  })),
  ...areas.flatMap(({ jobs }) => jobs?.(deps) ?? []),
];

/** What one must be able to do, by the beginning of a path. */
export const needs = (): Needs =>
  Object.fromEntries(areas.flatMap(({ abilities = {} }) => Object.entries(abilities)));

/** What areas hold about shoppers. */
export const personalDataOf = (): readonly PersonalData[] =>
  areas.flatMap(({ personalData }) => (personalData === undefined ? [] : [personalData]));

/** What the API's document says of the routes of all areas. */
export const OPERATIONS: Operations = Object.fromEntries(
  areas.flatMap(({ operations = {} }) => Object.entries(operations)),
);

/** The parts of the API, and what each is about. */
export const TAGS = areas.flatMap(({ tags = {} }) =>
  Object.entries(tags).map(([name, description]) => ({ name, description })),
);

/** Routes of all areas, the longest path first: `/reviews/imports` is not the review called "imports". */
export const mountsOf = <Routes>(
  of: (routes: NonNullable<Area['routes']>) => Mounts<Routes> | undefined,
): readonly (readonly [path: string, routes: Routes])[] =>
  areas
    .flatMap(({ routes }) => Object.entries((routes && of(routes)) ?? {}))
    .toSorted(([a], [b]) => b.length - a.length);

type Kind = OutboxPayload['kind'];

function readCarried(): readonly CarriedTable[] {
  const keys = new Map<TableName, Readonly<Record<string, string | number>>>();
  for (const { tables = {} } of areas)
    for (const [name, use] of entriesOf(tables))
      if (use.carried !== undefined && !('skipped' in use.carried)) keys.set(name, use.carried);
  return sortTables([...keys.keys()], sqliteTables).map((name) =>
    carriedTable(name, keys.get(name) ?? {}, absentOf(sqliteTables[name])),
  );
}

function readDeliveryHandlers(): DeliveryHandlers {
  const given = areas.flatMap((area) => Object.entries(area.deliveryHandlers ?? {}));
  // Each area gives those of its kinds, and a test holds that each kind has one: no type can.
  return Object.fromEntries(
    given.map(([kind, handler]) => [kind, whileOpen(handler as DeliveryHandler<Kind>)]),
  ) as DeliveryHandlers;
}

function whileOpen<K extends Kind>({ lane, deliver }: DeliveryHandler<K>): DeliveryHandler<K> {
  return {
    lane,
    async deliver(deps, row, payload) {
      const shop = await findShop(deps, row.shopId);
      if (shop?.closedAt != null) return { kind: 'later', at: deps.clock.now() + DAY_MS };
      return deliver(deps, row, payload);
    },
  };
}
