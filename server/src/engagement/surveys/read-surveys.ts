import type { Refusal } from '@okaeri/shared/errors';
import { surveyDefinition, type Survey, type SurveyDefinition } from '@okaeri/shared/surveys';
import type { Tagged } from '../../access/shop-document.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { selectSurvey, selectSurveys, selectVersion, selectVersions } from './queries.ts';
import type { SurveyRow } from './tables.ts';

/** Versions that are listed: more than anybody looks through. */
const VERSIONS_MAX = 200;

/** What names a state of a survey. */
export const tagOf = ({ version }: Pick<SurveyRow, 'version'>): string => `"s${version}"`;

/** A survey as merchants read it. */
export const toSurvey = (row: SurveyRow, document: SurveyDefinition): Survey => ({
  id: row.id,
  version: row.version,
  state: row.state,
  createdAt: isoOf(row.createdAt),
  startedAt: at(row.startedAt),
  endedAt: at(row.endedAt),
  ...document,
});

interface OfVersion {
  readonly shopId: string;
  readonly surveyId: string;
  readonly version: number;
}

/** What a version of a survey asks, where there is one. */
export const findDefinition = async (
  tx: Tx,
  of: OfVersion,
): Promise<SurveyDefinition | undefined> => {
  const row = await first(tx, selectVersion, { ...of });
  return row && surveyDefinition.parse(row.document);
};

/** What a version of a survey asks. */
export const loadDefinition = async (tx: Tx, of: OfVersion): Promise<SurveyDefinition> => {
  const found = await findDefinition(tx, of);
  if (found === undefined) throw new Error(`Survey ${of.surveyId} has no version ${of.version}.`);
  return found;
};

/** All surveys of a shop, but those that were deleted. */
export const listSurveys = async (tx: Tx, shopId: string): Promise<Survey[]> => {
  const found: Survey[] = [];
  for (const row of await tx.run(selectSurveys, { shopId })) {
    const of = { shopId, surveyId: row.id, version: row.version };
    found.push(toSurvey(row, await loadDefinition(tx, of)));
  }
  return found;
};

/** One survey, or one of its versions, with the tag of its newest. */
export const readSurvey = async (
  tx: Tx,
  asked: { shopId: string; surveyId: string; version?: number },
): Promise<Outcome<Tagged<Survey>>> => {
  const { shopId, surveyId } = asked;
  const row = await first(tx, selectSurvey, { shopId, id: surveyId });
  const version = asked.version ?? row?.version ?? 0;
  const known = row && (await first(tx, selectVersion, { shopId, surveyId, version }));
  if (row === undefined || known === undefined || row.deletedAt !== null)
    return { refused: unknownSurvey(surveyId) };
  const document = toSurvey({ ...row, version }, surveyDefinition.parse(known.document));
  return { ok: { document, etag: tagOf(row) } };
};

/** Which versions there are, the newest first. */
export const listVersions = async (
  tx: Tx,
  of: { shopId: string; surveyId: string },
): Promise<{ version: number; savedAt: string }[]> => {
  const found = await tx.run(selectVersions, { ...of, limit: VERSIONS_MAX });
  return found.map(({ version, savedAt }) => ({ version, savedAt: isoOf(savedAt) }));
};

export const unknownSurvey = (surveyId: string): Refusal => ({
  code: 'unknownSurvey',
  detail: `The shop has no survey "${surveyId}".`,
});

function at(instant: number | null): string | null {
  return instant === null ? null : isoOf(instant);
}
