import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { ParsedMail } from 'mailparser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnswerImportPreview } from '@okaeri/shared/answer-imports';
import type { OwnConsent, Wordings } from '@okaeri/shared/consents';
import type { MySurveys, SurveyForm } from '@okaeri/shared/surveys';
import type { SurveyResponse } from '@okaeri/shared/survey-results';
import { offersSomething } from '@okaeri/shared/service-texts';
import { changeShop } from '../../access/change-shop.ts';
import { openMailSender, type MailSender } from '../../platform/mail/mail-sender.ts';
import { caseActsOf } from '../../testing/case-acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { partsOf } from '../../testing/histories.ts';
import { harmless, hostileWords, markupOf, readOf } from '../../testing/hostile-words.ts';
import { startMailServer, type MailServer } from '../../testing/mail-server.ts';
import { settleContacts } from '../../testing/marketing-acts.ts';
import { A_CSAT, surveyActsOf, surveyProgram } from '../../testing/survey-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

const HISTORIES = {
  SQLite: { ordinary: 5, long: 300 },
  PostgreSQL: { ordinary: 2, long: 40 },
} as const;

const line = hostileWords('line');
const lines = hostileWords('lines');
/** A word in every field of surveys, cases and contacts in which people write. */
const words = fc.record({
  shop: line,
  sender: line,
  imprint: lines,
  wording: line.map((text) => (offersSomething(text) ? `w${harmless(text)}` : text)),
  name: line,
  survey: line,
  question: line,
  low: line,
  high: line,
  choice: line,
  other: lines,
  answer: lines,
  theme: line,
  done: line,
  help: lines,
  note: lines,
  reply: lines,
  outcome: line,
  imported: line,
});
type Words = typeof words extends fc.Arbitrary<infer One> ? One : never;

/** What left while those words were everywhere. */
interface Left {
  readonly mails: readonly ParsedMail[];
  readonly pages: readonly string[];
  readonly csv: string;
  readonly told: readonly (readonly [said: string, told: unknown])[];
}

describe.each(ENGINES)('words that mean harm, on $engine', ({ engine, openTestStore }) => {
  let test: TestStore;
  let server: MailServer;
  let mail: MailSender;
  beforeEach(async () => {
    test = await openTestStore();
    server = await startMailServer();
    mail = openMailSender({ url: server.url, from: 'shop@okaeri.example' });
  });
  afterEach(async () => {
    mail.close();
    await server.stop();
    await test.dispose();
  });
  let people = 0;

  const must = async <Body>(answer: Response | Promise<Response>): Promise<Body> => {
    const given = await answer;
    if (!given.ok) throw new Error(`${given.status} ${await given.text()}`);
    return (given.status === 204 ? undefined : await given.json()) as Body;
  };

  /** A shopper is asked, answers, asks for help, is helped and told, with these words in every field. */
  const live = async (said: Words): Promise<Left> => {
    const from = server.mails.length;
    const world = await openWorld(test.store, surveyProgram(), mail);
    await changeShop(world.deps, { shop: await world.shop(), change: { name: said.shop } });
    const [acts, cases] = [surveyActsOf(world), caseActsOf(world)];
    const number = (people += 1);
    // An id may look like a formula to a spreadsheet.
    const who = `=h${number}`;
    await open(world, said);
    const profile = { email: `h${number}@example.com`, name: said.name };
    await must(world.merchant('PUT', `/v1/shoppers/${who}`, profile));
    const token = () => world.token(who);
    const given = { purpose: 'marketing', channel: 'email', state: 'given', wordingId: 'w1' };
    await must(world.storefront('PUT', '/me/consents', { token: await token(), body: given }));
    await acts.run('csat', surveyOf(said));
    await acts.receive(who, `o-${who}`, ['mug']);
    await acts.jobs();
    await acts.pass(6);
    const best = { choices: ['a'], text: said.other };
    const answers = { score: 4, why: said.answer, best };
    await acts.answer(who, `/csat/o-${who}`, answers, { complete: true });
    const theme = { name: { en: said.theme } };
    await must(world.merchant('PUT', '/v1/themes/t1', theme));
    const responses = await must<{ items: SurveyResponse[] }>(
      world.merchant('GET', '/v1/surveys/csat/responses'),
    );
    const of = `/v1/surveys/csat/responses/${responses.items[0]?.id}/themes`;
    await must(world.merchant('PUT', of, { themeIds: ['t1'] }));
    const quoted = { questionId: 'why', text: said.answer };
    await must(world.merchant('PUT', of.replace('themes', 'quotations/t1'), quoted));
    const done = { state: 'done', text: { en: said.done } };
    await must(world.merchant('POST', '/v1/themes/t1/outcome', done));
    await acts.jobs();
    await acts.jobs();
    const { id } = await must<{ id: string }>(cases.help(await token(), { text: said.help }));
    await must(cases.write(id, { kind: 'note', text: said.note }));
    await must(cases.write(id, { kind: 'reply', text: said.reply }));
    await acts.jobs();
    await must(cases.write(id, { kind: 'state', state: 'resolved', outcome: said.outcome }));
    await acts.pass(8);
    const mails = server.mails.slice(from);
    const detail = await cases.read(id);
    const noted = (kind: string) => detail.entries.find((one) => one.kind === kind)?.note;
    const [own] = await cases.own(await token());
    return {
      mails,
      pages: await pagesOf(world, mails),
      csv: await (await world.merchant('GET', '/v1/exports/surveys/csat')).text(),
      told: [
        [said.help, noted('message')],
        [said.note, noted('note')],
        [said.reply, noted('reply')],
        [said.reply, own?.messages.find(({ from: by }) => by === 'shop')?.text],
        [said.outcome, detail.outcome],
        [said.name, detail.shopperName],
        [said.answer, responses.items[0]?.answers['why']],
        [said.imported, (await preview(world, said)).sample[0]?.text],
        ...(await askedOf(world, who, said)),
      ],
    };
  };

  const open = async (world: World, said: Words): Promise<void> => {
    const wordings = [{ id: 'w1', purpose: 'marketing', texts: { en: said.wording } }];
    const first = (tag: string) => ({ 'if-match': tag });
    await must(world.merchant('PUT', '/v1/contacts/wordings', { wordings }, first('"w0"')));
    const sender = { name: said.sender };
    await must(world.merchant('PUT', '/v1/mail/sender', sender, first('"m0"')));
    const quietHours = { from: 0, to: 0 };
    const room = { daysBetween: 0, perMonth: 30 };
    await settleContacts(world, { imprint: said.imprint, quietHours, ...room });
  };
  const surveyOf = (said: Words) => ({
    ...A_CSAT,
    name: said.survey,
    questions: [
      {
        ...A_CSAT.questions[0],
        text: { en: said.question },
        lowLabel: { en: said.low },
        highLabel: { en: said.high },
      },
      { id: 'why', kind: 'text', text: { en: said.question } },
      {
        id: 'best',
        kind: 'choices',
        text: { en: said.question },
        options: ['a', 'b'].map((id) => ({ id, name: { en: said.choice } })),
        words: true,
      },
    ],
  });
  /** What the widget is given of what is asked, agreed to and quoted. */
  const askedOf = async (world: World, who: string, said: Words): Promise<Left['told']> => {
    const token = await world.token(who);
    const path = `/me/surveys/csat/o-${who}/open`;
    const form = await must<SurveyForm>(world.storefront('POST', path, { token }));
    const chosen = form.questions.find(({ kind }) => kind === 'choices');
    const options = chosen?.kind === 'choices' ? chosen.options : [];
    const consents = await must<{ items: OwnConsent[] }>(
      world.storefront('GET', '/me/consents', { token }),
    );
    const wordings = await must<Wordings>(world.merchant('GET', '/v1/contacts/wordings'));
    const { outcomes, quotations } = await must<MySurveys>(
      world.storefront('GET', '/me/surveys', { token }),
    );
    return [
      ...[0, 1].map((at) => [said.choice, options[at]?.name['en']] as const),
      [said.question, chosen?.text['en']],
      [said.other, Object(form.response?.answers['best']).text],
      [said.wording, consents.items.find(({ wording }) => wording?.id === 'w1')?.wording?.text],
      [said.wording, wordings.wordings[0]?.texts['en']],
      [said.theme, outcomes[0]?.name['en']],
      [said.done, outcomes[0]?.text['en']],
      [said.theme, quotations[0]?.theme['en']],
      [said.answer, quotations[0]?.text],
    ];
  };
  const pagesOf = async (world: World, mails: readonly ParsedMail[]): Promise<string[]> => {
    const stop = mails.flatMap(({ text }) => /\/unsubscribe\/\S+/.exec(text ?? '')?.[0] ?? []);
    const own = ['case', 'consent', 'survey'].map((name) => `/${name}/${world.keys.publicKey}`);
    const shown = [...own, ...stop].map(async (path) => (await world.request(path)).text());
    return Promise.all(shown);
  };
  const preview = async (world: World, said: Words): Promise<AnswerImportPreview> => {
    const cell = `"${said.imported.replaceAll('"', '""')}"`;
    const form = new FormData();
    form.append('file', new File([`score,text,answeredAt\n4,${cell},2026-09-01\n`], 'a.csv'));
    form.append('options', '{}');
    return must(
      world.request('/v1/surveys/csat/imports/preview', {
        method: 'POST',
        headers: { authorization: `Bearer ${world.keys.secretKey}` },
        body: form,
      }),
    );
  };
  const headersOf = ({ headerLines }: ParsedMail): string[] =>
    headerLines.map(({ key }) => key).toSorted();
  /** What each of the messages says of it, in the order in which they come. */
  const saidIn = (said: Words): readonly (readonly string[])[] => [
    [said.wording, said.shop],
    [said.question, said.low, said.high, said.shop, said.imprint],
    [said.theme, said.done, said.imprint],
    [said.reply, said.help, said.shop],
    [said.shop, said.imprint],
  ];
  const inOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

  it.each(partsOf(HISTORIES[engine]))(
    'invariant 20: are words in every mail, page, table and answer of surveys, cases and contacts, $part',
    async ({ histories }) => {
      await fc.assert(
        fc.asyncProperty(words, async (said) => {
          const meant = Object.fromEntries(
            Object.entries(said).map(([field, text]) => [field, harmless(text)]),
          ) as Words;
          const [plain, hostile] = [await live(meant), await live(said)];
          for (const [text, told] of hostile.told) expect(told).toBe(text);
          expect(hostile.mails).toHaveLength(5);
          for (const [at, one] of hostile.mails.entries()) {
            const like = plain.mails[at];
            expect(headersOf(one)).toEqual(like && headersOf(like));
            expect(markupOf(one.html || '')).toEqual(markupOf(like?.html || ''));
            expect([one.from?.value.length, one.to]).toMatchObject([1, { value: [{}] }]);
            expect(one.from?.value[0]?.address).toBe('shop@okaeri.example');
            for (const text of saidIn(said)[at] ?? [])
              for (const part of text.split('\n')) {
                expect(readOf(one.html || '')).toContain(inOneLine(part));
                expect(inOneLine(one.text ?? '')).toContain(inOneLine(part));
              }
          }
          for (const [at, page] of hostile.pages.entries())
            expect(markupOf(page)).toEqual(markupOf(plain.pages[at] ?? ''));
          expect(readOf(hostile.pages[0] ?? '')).toContain(said.shop);
          const [head = [], row = []] = parse(hostile.csv);
          expect(row).toHaveLength(head.length);
          expect(JSON.parse(row[head.indexOf('answers')] ?? '')).toMatchObject({
            why: said.answer,
            best: { text: said.other },
          });
          for (const cell of row) expect(cell).not.toMatch(/^[=+\-@]/);
        }),
        { numRuns: histories },
      );
    },
  );
});
