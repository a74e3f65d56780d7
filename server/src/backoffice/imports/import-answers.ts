import { SCALES } from '@okaeri/shared/survey-checks';
import type {
  AnswerFault,
  AnswerImport,
  AnswerImportPreview,
  AnswerImports,
  AnswerOptions,
  ImportedAnswer,
} from '@okaeri/shared/answer-imports';
import { LIMITS } from '@okaeri/shared/limits';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import {
  dropImportedAnswers,
  importAnswer,
  type ImportPlace,
} from '../../engagement/surveys/import-answer.ts';
import {
  beginImport,
  findImport,
  latestImports,
  noteImport,
  surveyOfImport,
} from '../../engagement/surveys/import-record.ts';
import type { AnswerImportRow } from '../../engagement/surveys/import-tables.ts';
import { unknownSurvey } from '../../engagement/surveys/read-surveys.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import { isoOf, toIso } from '../../platform/lib/clock.ts';
import { throwIfStopped } from '../../platform/lib/ended-work.ts';
import { newId } from '../../platform/lib/ids.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { UNDO_CUT_OFF } from '../shopper-record/undo-batch.ts';
import { cutOff } from './cut-off.ts';
import type { AnswersFile } from './read-answers.ts';
import { readAnswersFile } from './read-in-worker.ts';
import { importTurns, readingTurns } from './take-turns.ts';
import { unreadable } from './unreadable.ts';

/** Answers written together: few enough that nobody waits long for the writer. */
const AT_ONCE = 25;

/** A file of answers to a survey, as it was sent. */
export interface AnswersOf {
  readonly shop: ShopRow;
  readonly surveyId: string;
  /** Gone afterwards. */
  readonly bytes: Uint8Array;
  readonly options: AnswerOptions;
  /** Says that the client is gone. */
  readonly signal?: AbortSignal;
}

/** Says what an import of answers would do, and does nothing. */
export const previewAnswers = async (
  deps: Deps,
  input: AnswersOf,
): Promise<Outcome<AnswerImportPreview>> => {
  const file = await fileIn(deps, input);
  if ('refused' in file) return file;
  const read = await readingTurns.run(() => readAnswersFile(deps, file.ok, input.signal));
  return 'refused' in read ? read : { ok: read.ok.preview };
};

/** Imports a file of answers, some at a time; what came before does not come twice. */
export const importAnswers = (deps: Deps, input: AnswersOf): Promise<Outcome<AnswerImport>> =>
  importTurns.run(() => deps.underWay.hold(bringFile(deps, input)));

/** The latest files of a survey. */
export const listAnswerImports = (
  deps: Deps,
  { shop, surveyId }: { shop: ShopRow; surveyId: string },
): Promise<AnswerImports> =>
  deps.store.read(async (tx) => {
    const asked = { shopId: shop.id, surveyId, limit: LIMITS.pageDefault };
    return { items: (await latestImports(tx, asked)).map((row) => toAnswer(row, [])) };
  });

/** Takes an import back. Repeating it changes nothing, and finishes what was cut off. */
export const undoAnswers = (
  deps: Deps,
  input: { shop: ShopRow; surveyId: string; importId: string },
): Promise<Outcome<AnswerImport>> =>
  importTurns.run(() => deps.underWay.hold(takeBack(deps, input)));

async function fileIn(
  deps: Deps,
  { shop, surveyId, bytes, options }: AnswersOf,
): Promise<Outcome<AnswersFile>> {
  const of = { shopId: shop.id, surveyId };
  const survey = await deps.store.read((tx) => surveyOfImport(tx, of));
  if (survey === undefined) return { refused: unknownSurvey(surveyId) };
  const { kind } = survey;
  if (kind === 'custom' || kind === 'loyalty')
    return unreadable(`A survey of the kind "${kind}" has no one score that a file could have.`);
  return { ok: { bytes, options, kind, scale: SCALES[kind], now: nowOf(deps, shop) } };
}

async function bringFile(deps: Deps, input: AnswersOf): Promise<Outcome<AnswerImport>> {
  const { shop, surveyId, signal } = input;
  const file = await fileIn(deps, input);
  if ('refused' in file) return file;
  const read = await readingTurns.run(() => readAnswersFile(deps, file.ok, signal));
  if ('refused' in read) return read;
  const { source, preview, rows } = read.ok;
  let row: AnswerImportRow = {
    shopId: shop.id,
    id: `sim_${newId()}`,
    surveyId,
    source,
    rows: preview.rows,
    imported: 0,
    refused: preview.refused,
    createdAt: file.ok.now,
    undoneAt: null,
  };
  const began = row;
  // From here on it goes to its end, whether the client still waits or not.
  throwIfStopped(signal);
  await deps.store.write((tx) => beginImport(tx, began));
  const { document } = await deps.store.read((tx) => currentProgram(deps, tx, shop));
  const place = { shop, surveyId, importId: row.id, timeZone: document.timeZone };
  const faults = [...preview.faults];
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    if (deps.underWay.stopping.aborted) return cutOff(at, rows.length);
    const done = await bringSome(deps, place, row, rows.slice(at, at + AT_ONCE));
    row = done.row;
    faults.push(...done.faults);
  }
  return {
    ok: toAnswer(
      row,
      faults.toSorted((a, b) => a.line - b.line),
    ),
  };
}

/** Brings some answers within one write; nobody is told of them (E7). */
function bringSome(
  deps: Deps,
  place: ImportPlace,
  before: AnswerImportRow,
  some: readonly ImportedAnswer[],
): Promise<{ row: AnswerImportRow; faults: AnswerFault[] }> {
  return deps.storeWithoutEvents.writeAlone(async (tx) => {
    const row = { ...before };
    const faults: AnswerFault[] = [];
    for (const answer of some) {
      if (await importAnswer(tx, place, answer)) {
        row.imported += 1;
        continue;
      }
      row.refused += 1;
      const detail = 'The same answer is there already.';
      faults.push({ line: answer.line, code: 'duplicate', detail });
    }
    await noteImport(tx, row);
    return { row, faults };
  });
}

async function takeBack(
  deps: Deps,
  input: { shop: ShopRow; surveyId: string; importId: string },
): Promise<Outcome<AnswerImport>> {
  const { shop, surveyId, importId } = input;
  const key = { shopId: shop.id, id: importId };
  const row = await deps.store.read((tx) => findImport(tx, key));
  if (row?.surveyId !== surveyId)
    return { refused: { code: 'unknownImport', detail: `There is no import "${importId}".` } };
  for (;;) {
    if (deps.underWay.stopping.aborted) return UNDO_CUT_OFF;
    const some = { shopId: shop.id, importId, limit: AT_ONCE };
    const dropped = await deps.store.writeAlone((tx) => dropImportedAnswers(tx, some));
    if (dropped < AT_ONCE) break;
  }
  const undone = { ...row, undoneAt: row.undoneAt ?? nowOf(deps, shop) };
  await deps.store.write((tx) => noteImport(tx, undone));
  return { ok: toAnswer(undone, []) };
}

function toAnswer(row: AnswerImportRow, faults: readonly AnswerFault[]): AnswerImport {
  const { id, source, rows, imported, refused, createdAt, undoneAt } = row;
  return {
    id,
    source,
    rows,
    imported,
    refused,
    faults: faults.slice(0, LIMITS.importFaultsMax),
    createdAt: isoOf(createdAt),
    undoneAt: undoneAt === null ? null : toIso(undoneAt),
  };
}
