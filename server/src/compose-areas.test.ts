import { describe, expect, expectTypeOf, it } from 'vitest';
import type { ShopperAffairs } from '@okaeri/shared/affairs';
import { contactKind } from '@okaeri/shared/contacts';
import type { TableName } from './platform/store/tables.ts';
import { CARRIED, jobsOf } from './compose-areas.ts';
import { LANES } from './platform/outbox/lane-rules.ts';
import { ENGINES } from './testing/engines.ts';
import { openWorld } from './testing/world.ts';
import type { Area } from './area.ts';
import { AREAS } from './areas.ts';
import { sqliteTables } from './schema.ts';
import { configOf, shopperColumns, TABLES_OF_AREAS } from './testing/tables-of-areas.ts';
import type { OutboxPayload } from './platform/outbox/payloads.ts';

const NAMES = Object.keys(sqliteTables) as TableName[];

/** Written out: what stops to run leaves no trace but rows that stay. */
const JOBS = [
  'awardAnnualEvents',
  'checkSenders',
  'countPurchaseDays',
  'eraseLeft',
  'followCases',
  'forgetFigures',
  'forgetAnswers',
  'eraseInactive',
  'indexShoppers',
  'keepScales',
  'lookForAlerts',
  'openWaves',
  'planReports',
  'planSurveyMails',
  'publishScheduled',
  'refreshSegments',
  'settleDue',
  'readListed',
  'sweepAccess',
  'sweepMessages',
  'sweepOrders',
  'sweepOutbox',
  'sweepPhotos',
  'sweepPrivacyRequests',
  'sweepProof',
  'sweepRemoved',
  'sweepSeen',
  'sweepTouches',
  'sweepWebhooks',
];

describe('the areas of the server', () => {
  it('own every table of the schema, each table one area', () => {
    expect(TABLES_OF_AREAS.map(({ name }) => name).toSorted()).toEqual(NAMES.toSorted());
  });

  it('run these jobs by themselves', async () => {
    const test = await ENGINES[0].openTestStore();
    const { deps } = await openWorld(test.store);
    const jobs = jobsOf(deps).map(({ name }) => name);
    await test.dispose();
    const delivering = LANES.map((lane) => `deliver ${lane}`);
    expect(jobs.toSorted()).toEqual([...JOBS, ...delivering].toSorted());
  });

  it('say what becomes of every table with the key of a shopper in it', () => {
    const { shoppers } = sqliteTables;
    const pointing = NAMES.filter((name) =>
      configOf(name).foreignKeys.some(({ reference }) => reference().foreignTable === shoppers),
    );
    for (const name of pointing) expect(shopperColumns(name), name).not.toEqual([]);
  });

  it('have a verb for whatever they say is done with the rows of people', () => {
    for (const { area, name, person } of TABLES_OF_AREAS)
      for (const act of ['list', 'move', 'erase'] as const)
        if (person?.[act] === 'done') {
          const { personalData } = area;
          const verb = personalData?.[act] ?? (act === 'erase' && personalData?.eraseNames);
          expect(verb, `${act} ${name}`).toBeTypeOf('function');
        }
  });

  it('say once who may do what below a path: the later of two would decide', () => {
    const areas: readonly Area[] = AREAS;
    const named = areas.flatMap(({ abilities = {} }) => Object.keys(abilities));
    expect(named.filter((one, at) => named.indexOf(one) !== at)).toEqual([]);
  });

  it('walk through each table they carry by columns that tell its rows apart', () => {
    // The digest of a code has the shop in it: the code itself stands for it.
    const instead: Record<string, readonly string[]> = { poolCodes: ['rewardId', 'code'] };
    for (const { name, keys } of CARRIED) {
      const table = sqliteTables[name as TableName];
      const { primaryKeys, columns } = configOf(name as TableName);
      const key = primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary);
      const inCode = Object.entries(table).flatMap(([property, column]) =>
        key.some((one) => one === column) && property !== 'shopId' ? [property] : [],
      );
      expect(Object.keys(keys).toSorted(), name).toEqual((instead[name] ?? inCode).toSorted());
    }
  });

  it('carry a table behind those its rows point to', () => {
    const order = CARRIED.map(({ name }) => name as TableName);
    for (const [place, name] of order.entries())
      for (const { reference } of configOf(name).foreignKeys) {
        const other = NAMES.find((one) => sqliteTables[one] === reference().foreignTable);
        if (other !== undefined && order.includes(other))
          expect(order.indexOf(other), `${name} points to ${other}`).toBeLessThan(place);
      }
  });

  it('have each kind of touch once', () => {
    const areas: readonly Area[] = AREAS;
    const kinds = areas.flatMap(({ touches = {} }) => Object.keys(touches));
    expect(kinds.toSorted()).toEqual(contactKind.options.toSorted());
  });

  it('list together everything that is shown of a shopper, and deliver every kind that leaves', () => {
    type Listing = Extract<
      (typeof AREAS)[number],
      { personalData: { list: unknown } }
    >['personalData']['list'];
    type Part<L> = L extends (...asked: never[]) => Promise<infer P> ? keyof P : never;
    expectTypeOf<Part<Listing>>().toEqualTypeOf<keyof ShopperAffairs>();
    type Couriers = Extract<
      (typeof AREAS)[number],
      { deliveryHandlers: unknown }
    >['deliveryHandlers'];
    type KindOf<C> = C extends C ? keyof C : never;
    expectTypeOf<KindOf<Couriers>>().toEqualTypeOf<OutboxPayload['kind']>();
  });
});
