import type { Area } from './area.ts';
import { HOUR_MS } from './platform/lib/clock.ts';
import { forgetOldAnswers } from './platform/store/forget-answers.ts';
import { deleteAnswersOf, moveAnswers } from './platform/store/answer-once.ts';
import { answerTable } from './platform/store/answer-table.ts';
import { outbox } from './platform/outbox/area.ts';
import { access } from './access/area.ts';
import { products } from './loyalty/products/area.ts';
import { program } from './loyalty/program/area.ts';
import { pictures } from './loyalty/pictures/area.ts';
import { ledger } from './loyalty/ledger/area.ts';
import { earning } from './loyalty/earning/area.ts';
import { buyers } from './loyalty/buyers/area.ts';
import { shoppers } from './loyalty/shoppers/area.ts';
import { games } from './loyalty/games/area.ts';
import { activities } from './loyalty/activities/area.ts';
import { orders } from './loyalty/orders/area.ts';
import { referrals } from './loyalty/referrals/area.ts';
import { rewards } from './loyalty/rewards/area.ts';
import { me } from './loyalty/me/area.ts';
import { consents } from './loyalty/consents/area.ts';
import { contacts } from './loyalty/contacts/area.ts';
import { reviews } from './content/reviews/area.ts';
import { questions } from './content/questions/area.ts';
import { surveys } from './engagement/surveys/area.ts';
import { cases } from './engagement/cases/area.ts';
import { appearance } from './backoffice/appearance/area.ts';
import { programEditor } from './backoffice/program-editor/area.ts';
import { simulation } from './backoffice/simulation/area.ts';
import { insights } from './backoffice/insights/area.ts';
import { shopperRecord } from './backoffice/shopper-record/area.ts';
import { search } from './backoffice/search/area.ts';
import { privacy } from './backoffice/privacy/area.ts';
import { imports } from './backoffice/imports/area.ts';
import { setup } from './backoffice/setup/area.ts';
import { integrations } from './connect/integrations/area.ts';
import { webhooks } from './connect/webhooks/area.ts';
import { serverOperations } from './openapi/operations.ts';
import { portability } from './connect/portability/area.ts';

const FOR_A_DAY = 'Answers are kept for a day, for clients that ask again with the same key.';

/**
 * The areas of the server, from the ground up: each imports only areas that come before it in this list, in code
 * and in types (`tooling/area-graph.ts` holds it). Longer names win: `loyalty/orders/rules` is not `loyalty/orders`.
 * Any of them may import what a verb is given (`deps.ts`) and what an area is (`area.ts`); on top is what puts them
 * together (`app.ts`, `create-deps.ts`).
 */
export const AREAS = [
  { name: 'platform/lib' },
  {
    name: 'platform/store',
    schema: [answerTable],
    jobs: ({ store, clock }) => [
      {
        name: 'forgetAnswers',
        everyMs: HOUR_MS,
        run: () => forgetOldAnswers(store, clock.now()),
      },
    ],
    tables: {
      idempotencyKeys: {
        carried: { skipped: FOR_A_DAY },
        person: { list: { skipped: FOR_A_DAY }, move: 'done', erase: 'done' },
      },
    },
    personalData: {
      move: moveAnswers,
      erase: (tx, { shopId, shopperId }) =>
        tx.run(deleteAnswersOf, { shopId, principal: shopperId }),
    },
  },
  outbox,
  { name: 'platform/mail' },
  { name: 'platform/media' },
  { name: 'platform/http' },
  access,
  products,
  program,
  pictures,
  ledger,
  earning,
  { name: 'loyalty/tiers', events: ['tier.changed'] },
  buyers,
  shoppers,
  games,
  activities,
  { name: 'loyalty/orders/rules' },
  orders,
  { name: 'loyalty/entry' },
  referrals,
  rewards,
  { name: 'loyalty/adjustments' },
  me,
  consents,
  contacts,
  { name: 'content/moderation' },
  reviews,
  questions,
  surveys,
  cases,
  appearance,
  programEditor,
  insights,
  simulation,
  shopperRecord,
  search,
  privacy,
  imports,
  setup,
  { name: 'connect/integrations/contract' },
  { name: 'connect/integrations/shopify' },
  { name: 'connect/integrations/woocommerce' },
  integrations,
  webhooks,
  portability,
  { name: 'jobs' },
  {
    name: 'openapi',
    operations: serverOperations,
    tags: {
      storefront: 'What the widget asks as a guest',
      'storefront: me': 'What the widget asks for a member, with their token',
      server: 'The server: health, metrics, pages, and what platforms send',
    },
  },
  { name: 'web' },
] as const satisfies readonly Area[];
