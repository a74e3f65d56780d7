import { batchInput, profileChange } from '@okaeri/shared/shoppers';
import { meQuery } from '@okaeri/shared/storefront';
import { cardInput } from '@okaeri/shared/till';
import { eventsInput } from '@okaeri/shared/suggestions';
import {
  atStorefront,
  choice,
  type Operation,
  type Operations,
  saysNothing,
} from '../../operation.ts';

/** What the API's document says of this area's routes. */
export const shopperRecordOperations: Operations = {
  ...recordOf('/v1/shoppers/{shopperId}', 'Shopper'),
  'GET /v1/shoppers': {
    id: 'listShoppers',
    summary: 'Find shoppers, or list them in an order',
    answers: 'listShoppers',
  },
  'GET /v1/exports/shoppers': {
    id: 'exportShoppers',
    summary: 'A list of shoppers as a table, all of it',
    answers: { media: 'text/csv' },
  },
  'PUT /v1/shoppers/{shopperId}': {
    id: 'putShopper',
    summary: 'Make or change a profile; what is not named stays',
    answers: 'putShopper',
    statuses: [200, 201],
  },
  'POST /v1/shoppers/{shopperId}/adjustments': {
    id: 'adjustPoints',
    summary: 'Give or take points by hand',
    answers: 'adjustPoints',
    statuses: [200, 201],
    keyed: true,
  },
  'POST /v1/shoppers/{shopperId}/adjustments/{adjustmentId}/undo': {
    id: 'undoAdjustment',
    summary: 'Answer points given or taken by hand with their opposite',
    answers: 'undoAdjustment',
  },
  'POST /v1/shoppers/{shopperId}/gifts': {
    id: 'giveReward',
    summary: 'Give somebody a reward, with the points it costs or for their own',
    answers: 'redeemForShopper',
    statuses: [200, 201],
    keyed: true,
  },
  'PUT /v1/shoppers/{shopperId}/tier': {
    id: 'moveTier',
    summary: 'Lift somebody to a higher tier',
    answers: 'moveTier',
  },
  'POST /v1/shoppers/{shopperId}/merge': {
    id: 'mergeShoppers',
    summary: 'Join another shopper to this one: points, lots, orders and all',
    answers: 'mergeShoppers',
  },
  'GET /v1/shoppers/{shopperId}/view': {
    id: 'viewAsShopper',
    summary: 'A token with which the widget shows what this shopper sees, and changes nothing',
    answers: 'viewAsShopper',
  },
  'POST /v1/till/lookup': {
    id: 'lookUpCard',
    summary: 'Who holds the card that was shown at a till',
    answers: 'lookUpCard',
    body: cardInput,
  },
  'POST /v1/adjustments': {
    id: 'adjustMany',
    summary: 'Give or take points of many shoppers at once',
    answers: 'adjustMany',
    body: batchInput,
  },
  'POST /v1/adjustments/{batchId}/undo': {
    id: 'undoAdjustments',
    summary: 'Undo a batch of adjustments',
    answers: 'undoAdjustments',
  },
  ...recordOf('/v1/guests/{shopperId}', 'Guest'),
  ...atStorefront({
    'GET /me': {
      id: 'getMe',
      summary:
        'Everything the widget needs, in one answer, with the programme where another is known',
      answers: 'getMeAndProgram',
      query: meQuery,
      revalidated: true,
    },
    'PATCH /me': {
      id: 'changeMe',
      summary: 'Change one’s own profile',
      answers: 'getMe',
      body: profileChange,
      ...choice,
    },
    'DELETE /me': { id: 'eraseMe', summary: 'Be forgotten', answers: null },
    'POST /me/enroll': { id: 'enrollMe', summary: 'Join the programme', answers: 'getMe' },
    'GET /me/export': {
      id: 'exportMe',
      summary: 'Everything that is kept about oneself',
      answers: 'exportMe',
    },
    'GET /me/transactions': {
      id: 'listMyTransactions',
      summary: 'One’s own history, with receipts',
      answers: 'listMyTransactions',
    },
    'POST /me/card': {
      id: 'showCard',
      ...saysNothing('It shows a card, anew while one looks at it.'),
      summary: 'A card to be shown at a till',
      answers: 'showCard',
    },
    'POST /me/events': {
      id: 'noteSeen',
      ...saysNothing('A page notes by itself what was looked at.'),
      summary: 'Report which products were looked at',
      answers: null,
      body: eventsInput,
    },
  }),
};

type Known = 'get' | 'ledgerOf' | 'erase' | 'affairs' | 'suggestions' | 'export' | 'transactions';

/** What can be asked of a person, whichever id they are known by. */
function recordOf(path: string, who: string): Record<string, Operation> {
  const name = (verb: Known): string => `${verb}${who}`;
  return {
    [`GET ${path}`]: {
      id: name('get'),
      summary: 'A person as the shop sees them',
      answers: 'getShopper',
    },
    [`DELETE ${path}`]: {
      id: name('erase'),
      summary: 'Erase a person; their points stay with nobody’s name on them',
      answers: null,
    },
    [`GET ${path}/affairs`]: {
      id: name('affairs'),
      summary: 'Lots, orders, rewards, words and contacts of a person',
      answers: 'getAffairs',
    },
    [`GET ${path}/suggestions`]: {
      id: name('suggestions'),
      summary: 'Which rewards are suggested to a person, and why',
      answers: 'getSuggestions',
    },
    [`GET ${path}/export`]: {
      id: name('export'),
      summary: 'Everything that is kept about a person, for them to take along',
      answers: 'exportShopper',
    },
    [`GET ${path}/ledger`]: {
      id: name('ledgerOf'),
      summary: 'Everything that moved of a person’s points, so that it adds up',
      answers: 'listLedger',
    },
    [`GET ${path}/transactions`]: {
      id: name('transactions'),
      summary: 'The history of a person’s points, with receipts',
      answers: 'listTransactions',
    },
  };
}
