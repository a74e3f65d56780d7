import { caseSettings, type CaseSettings } from '@okaeri/shared/case-settings';
import { lockShopRow, type Tagged } from '../../access/shop-document.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { selectCaseSettings, upsertCaseSettings } from './queries.ts';
import type { OpenTimes } from './working-time-rules.ts';

const UNCHANGED: CaseSettings = caseSettings.parse({});

const tagOf = (version: number): string => `"k${version}"`;

/** How a shop looks after cases, and when somebody is there. */
export interface CaseRules extends OpenTimes {
  readonly settings: CaseSettings;
}

/** How a shop looks after its cases, as it stands in this write. */
export const caseSettingsOf = async (tx: Tx, shopId: string): Promise<CaseSettings> => {
  const known = await first(tx, selectCaseSettings, { shopId });
  return known === undefined ? UNCHANGED : caseSettings.parse(known.document);
};

/** The same, with the programme's time zone, in which its hours are. */
export const caseRulesOf = async (deps: Deps, tx: Tx, shop: ShopRow): Promise<CaseRules> => {
  const settings = await caseSettingsOf(tx, shop.id);
  const { timeZone } = (await currentProgram(deps, tx, shop)).document;
  const { openingHours, holidays } = settings;
  return { settings, openingHours, holidays, timeZone };
};

export const readCaseSettings = (deps: Deps, shopId: string): Promise<Tagged<CaseSettings>> =>
  deps.store.read(async (tx) => {
    const known = await first(tx, selectCaseSettings, { shopId });
    const document = known === undefined ? UNCHANGED : caseSettings.parse(known.document);
    return { document, etag: tagOf(known?.version ?? 0) };
  });

/** Saves them, if those that were read are still the shop's. No due time that stands is moved by it. */
export const saveCaseSettings = (
  deps: Deps,
  input: { shopId: string; document: CaseSettings; ifMatch: string },
): Promise<Outcome<Tagged<CaseSettings>>> =>
  deps.store.write(async (tx): Promise<Outcome<Tagged<CaseSettings>>> => {
    const { shopId, document, ifMatch } = input;
    await lockShopRow(tx, shopId);
    const version = (await first(tx, selectCaseSettings, { shopId }))?.version ?? 0;
    if (ifMatch !== tagOf(version)) {
      const detail = `The settings of cases are now ${tagOf(version)}; read them and try again.`;
      return { refused: { code: 'preconditionFailed', detail } };
    }
    await tx.run(upsertCaseSettings, { shopId, document, version: version + 1 });
    return { ok: { document, etag: tagOf(version + 1) } };
  });
