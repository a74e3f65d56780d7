import type { SurveyStanding, SurveyState } from '@okaeri/shared/surveys';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { drawPage } from './draw-wave.ts';
import { openWave } from './open-waves.ts';
import { lockSurvey, updateSurvey } from './queries.ts';
import { unknownSurvey } from './read-surveys.ts';
import type { SurveyRow } from './tables.ts';

export type SurveyStep = 'start' | 'pause' | 'end';

interface Of {
  readonly shop: ShopRow;
  readonly surveyId: string;
}

/**
 * Starts, pauses or ends a survey. Said again it changes nothing. Started or resumed, it opens the wave of today at
 * once; the job goes on where there are many to draw.
 */
export const changeState = (
  deps: Deps,
  input: Of & { step: SurveyStep },
): Promise<Outcome<SurveyStanding>> =>
  deps.store.write(async (tx): Promise<Outcome<SurveyStanding>> => {
    const { shop, surveyId, step } = input;
    const known = await find(tx, input);
    if (known === undefined) return { refused: unknownSurvey(surveyId) };
    const now = nowOf(deps, shop);
    const state = afterStep(known.state, step);
    if (state === null)
      return { refused: { code: 'surveyClosed', detail: 'The survey has ended, for good.' } };
    const row = { ...known, state, ...timesOf(known, state, now) };
    if (state !== known.state) await tx.run(updateSurvey, row);
    // In a closed shop nobody is invited: the job opens the wave once it is open again (E6).
    if (state === 'running' && known.state !== 'running' && shop.closedAt === null) {
      const wave = await openWave(deps, tx, { shop, survey: row, now });
      if (wave !== null) await drawPage(deps, tx, { shop, wave, now });
    }
    return { ok: { state, version: row.version } };
  });

/** Ends a survey and hides it; what was answered and counted stays, and its id is never used again (E3). */
export const deleteSurvey = (deps: Deps, input: Of): Promise<Outcome<null>> =>
  deps.store.write(async (tx): Promise<Outcome<null>> => {
    const known = await find(tx, input);
    if (known === undefined) return { refused: unknownSurvey(input.surveyId) };
    const now = nowOf(deps, input.shop);
    const endedAt = known.endedAt ?? now;
    await tx.run(updateSurvey, { ...known, state: 'ended', endedAt, deletedAt: now });
    return { ok: null };
  });

/** Where a survey stands after a step; null for one that is over. */
const afterStep = (state: SurveyState, step: SurveyStep): SurveyState | null => {
  if (state === 'ended') return step === 'end' ? 'ended' : null;
  if (step === 'end') return 'ended';
  if (step === 'start') return 'running';
  // What nobody is asked yet need not be paused.
  return state === 'running' ? 'paused' : state;
};

async function find(tx: Tx, { shop, surveyId }: Of): Promise<SurveyRow | undefined> {
  const row = await first(tx, lockSurvey, { shopId: shop.id, id: surveyId });
  return row?.deletedAt === null ? row : undefined;
}

function timesOf(
  { startedAt, endedAt }: SurveyRow,
  state: SurveyState,
  now: number,
): Pick<SurveyRow, 'startedAt' | 'endedAt'> {
  return {
    startedAt: startedAt ?? (state === 'running' ? now : null),
    endedAt: endedAt ?? (state === 'ended' ? now : null),
  };
}
