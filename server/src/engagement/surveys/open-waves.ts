import { eachShop } from '../../access/each-shop.ts';
import { findShop } from '../../access/find-shop.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { drawPage } from './draw-wave.ts';
import { lockSurvey, selectAskingShops, selectRunning } from './queries.ts';
import { loadDefinition } from './read-surveys.ts';
import type { SurveyRow, WaveRow } from './tables.ts';
import { insertWave, lockWave, selectUndrawn, selectWave } from './wave-queries.ts';
import { waveAt } from './wave-rules.ts';

/** Pages drawn of one shop in one round; what is left waits for the next. */
const PAGES = 50;

/** Opens the waves that begin, and draws whom they ask, page by page, each a write of its own (E32). */
export const openWaves = async (deps: Deps): Promise<void> => {
  const asking = await deps.store.read((tx) => tx.run(selectAskingShops, {}));
  await eachShop(asking, async ({ shopId }) => {
    const shop = await findShop(deps, shopId);
    if (shop === undefined || shop.closedAt !== null) return;
    await openDue(deps, shop);
    await drawDue(deps, shop);
  });
};

/** The wave of now, opened in this write if it was not: with the survey's present version and share. */
export const openWave = async (
  deps: Deps,
  tx: Tx,
  input: { shop: ShopRow; survey: SurveyRow; now: number },
): Promise<WaveRow | null> => {
  const { shop, survey, now } = input;
  const of = { shopId: shop.id, surveyId: survey.id };
  const definition = await loadDefinition(tx, { ...of, version: survey.version });
  const { document } = await currentProgram(deps, tx, shop);
  const planned = waveAt(definition, now, document.timeZone);
  if (planned === null) return null;
  const row: WaveRow = {
    ...of,
    ...planned,
    subject: null,
    version: survey.version,
    sampleRate: definition.sampleRate,
    drawnTo: '',
  };
  await tx.run(insertWave, row);
  return (await first(tx, selectWave, { ...of, key: planned.key })) ?? null;
};

async function openDue(deps: Deps, shop: ShopRow): Promise<void> {
  const found = await deps.store.read((tx) => tx.run(selectRunning, { shopId: shop.id }));
  for (const { id } of found)
    await deps.store.write(async (tx) => {
      const survey = await first(tx, lockSurvey, { shopId: shop.id, id });
      const now = nowOf(deps, shop);
      if (survey?.state === 'running') await openWave(deps, tx, { shop, survey, now });
    });
}

async function drawDue(deps: Deps, shop: ShopRow): Promise<void> {
  const shopId = shop.id;
  const found = await deps.store.read((tx) => tx.run(selectUndrawn, { shopId }));
  for (const { surveyId, key } of found)
    for (let page = 0; page < PAGES && !deps.underWay.stopping.aborted; page += 1) {
      const isMore = await deps.store.write(async (tx) => {
        const wave = await first(tx, lockWave, { shopId, surveyId, key });
        return wave !== undefined && drawPage(deps, tx, { shop, wave, now: nowOf(deps, shop) });
      });
      if (!isMore) break;
    }
}
