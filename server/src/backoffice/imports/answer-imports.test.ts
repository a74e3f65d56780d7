import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {
  AnswerImport,
  AnswerImportPreview,
  AnswerImports,
} from '@okaeri/shared/answer-imports';
import type { SurveyResults } from '@okaeri/shared/survey-results';
import { addSurveyRows, npsDefinition } from '../../testing/survey-rows.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, type World } from '../../testing/world.ts';

const DELIGHTED = `Survey type,Score,Comment,Permalink,Created at,Email,Name
nps,9,"Lovely, thanks",https://app.delighted.com/r/1,2026-09-01 10:00:00 UTC,ada@example.com,Ada
nps,3,Late,https://app.delighted.com/r/2,1788350400,bea@example.com,Bea
csat,5,Good,https://app.delighted.com/r/3,2026-09-02 10:00:00 UTC,cleo@example.com,Cleo
nps,11,Great,https://app.delighted.com/r/4,2026-09-02 10:00:00 UTC,dora@example.com,Dora
nps,,Nothing,https://app.delighted.com/r/5,2026-09-02 10:00:00 UTC,eve@example.com,Eve
`;
const TYPEFORM = `#,How likely are you to recommend us?,What is the main reason?,email,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags,Ending
abc,10,Quick,ada@example.com,completed,2026-08-01 09:00:00,,2026-08-01 09:03:27,938f4331f1,,
def,6,,,completed,2026-08-02 09:00:00,,2026-08-02 09:01:00,938f4331f2,,
ghi,7,,,partial,2026-08-02 09:00:00,2026-08-02 09:00:30,,938f4331f3,,
`;

describe.each(ENGINES)('answers from elsewhere (E119), on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    world = await openWorld(test.store);
    const { shopId } = world.keys;
    await world.deps.store.write((tx) =>
      addSurveyRows(tx, { shopId, id: 'nps', documents: [npsDefinition()], at: 0 }),
    );
  });

  const send = async <T>(path: string, text: string, status: number, options = {}): Promise<T> => {
    const form = new FormData();
    form.append('file', new File([text], 'answers.csv'));
    form.append('options', JSON.stringify(options));
    const answer = await world.request(`/v1/surveys/nps/imports${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${world.keys.secretKey}` },
      body: form,
    });
    expect(answer.status).toBe(status);
    return (await answer.json()) as T;
  };
  const bring = (text: string, options = {}): Promise<AnswerImport> =>
    send<AnswerImport>('', text, 201, options);
  const get = async <T>(path: string): Promise<T> =>
    (await (await world.merchant('GET', path)).json()) as T;
  const results = (): Promise<SurveyResults> => get('/v1/surveys/nps/results');

  it('of Delighted are shown before they come, each line that cannot with its reason', async () => {
    const preview = await send<AnswerImportPreview>('/preview', DELIGHTED, 200);
    expect(preview).toMatchObject({ format: 'delighted', rows: 5, ready: 2, refused: 3 });
    expect(preview.columns).toMatchObject({
      respondent: 'Email',
      surveyKind: 'Survey type',
      score: 'Score',
      text: 'Comment',
      answeredAt: 'Created at',
    });
    expect(preview.faults.map(({ line, code }) => [line, code])).toEqual([
      [4, 'otherKind'],
      [5, 'scoreInvalid'],
      [6, 'scoreMissing'],
    ]);
    expect(preview.sample[1]).toMatchObject({ score: 3, answeredAt: '2026-09-02T12:00:00.000Z' });
    expect((await results()).trend).toEqual([]);
  });

  it('stand beside the trend, in no score of ours, and come once', async () => {
    expect(await bring(DELIGHTED)).toMatchObject({ source: 'Delighted', imported: 2, refused: 3 });
    expect(await bring(DELIGHTED)).toMatchObject({ imported: 0, refused: 5 });
    const found = await results();
    expect(found).toMatchObject({ answered: 0, score: { n: 0 }, previous: null });
    expect(found.trend).toMatchObject([{ wave: '2026-09', n: 2, value: null, imported: true }]);
  });

  it('of Typeform have their score and words by what the questions ask', async () => {
    const preview = await send<AnswerImportPreview>('/preview', TYPEFORM, 200);
    expect(preview).toMatchObject({ format: 'typeform', ready: 2, refused: 1 });
    expect(preview.columns).toMatchObject({
      score: 'How likely are you to recommend us?',
      text: 'What is the main reason?',
      respondent: 'email',
      answeredAt: 'Submit Date (UTC)',
    });
    expect(preview.faults).toMatchObject([{ line: 4, code: 'dateInvalid' }]);
  });

  it('of any tool come by the columns one names; without a score they do not', async () => {
    const file = 'Wer,Note,Tag\nada@example.com,8,2026-07-01\n';
    const refused = await send<{ code: string; headers: string[] }>('/preview', file, 422);
    expect(refused).toMatchObject({ code: 'importNotReadable', headers: ['Wer', 'Note', 'Tag'] });
    const columns = { respondent: 'Wer', score: 'Note', answeredAt: 'Tag' };
    expect(await bring(file, { columns, source: 'Umfrage' })).toMatchObject({
      source: 'Umfrage',
      imported: 1,
    });
  });

  it('are taken back as a whole, and may come again', async () => {
    const { id } = await bring(DELIGHTED);
    const undo = (): Promise<Response> => world.merchant('DELETE', `/v1/surveys/nps/imports/${id}`);
    expect(((await (await undo()).json()) as AnswerImport).undoneAt).not.toBeNull();
    expect((await undo()).status).toBe(200);
    expect((await results()).trend).toEqual([]);
    expect(await bring(DELIGHTED)).toMatchObject({ imported: 2 });
    const { items } = await get<AnswerImports>('/v1/surveys/nps/imports');
    expect(items).toHaveLength(2);
    expect((await world.merchant('DELETE', '/v1/surveys/nps/imports/none')).status).toBe(404);
  });

  it('keep their words with somebody who is known here, and nothing of anybody else', async () => {
    const known = await world.merchant('PUT', '/v1/shoppers/c-1', { email: 'ada@example.com' });
    expect(known.ok, await known.clone().text()).toBe(true);
    await bring(
      `respondent,score,text,answeredAt\nc-1,9,Mine,2026-09-01\nnobody,1,Theirs,2026-09-01\n`,
    );
    const exported = await get<object>('/v1/shoppers/c-1/export');
    expect(JSON.stringify(exported)).toContain('Mine');
    await world.merchant('DELETE', '/v1/shoppers/c-1');
    expect((await results()).trend).toMatchObject([{ n: 2, imported: true }]);
  });
});
