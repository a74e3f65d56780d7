import type { Operation, Operations } from './operation.ts';

type Known = 'get' | 'erase' | 'affairs' | 'suggestions' | 'export' | 'transactions';

/** What can be asked of a person, whichever id they are known by. */
const recordOf = (path: string, who: string): Record<string, Operation> => {
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
    [`GET ${path}/transactions`]: {
      id: name('transactions'),
      summary: 'The history of a person’s points, with receipts',
      answers: 'listTransactions',
    },
  };
};

/** Shoppers, and what is asked about them. */
export const PEOPLE: Operations = {
  'GET /v1/shoppers': {
    id: 'listShoppers',
    summary: 'Find shoppers, or list them, the newest first',
    answers: 'listShoppers',
  },
  ...recordOf('/v1/shoppers/{shopperId}', 'Shopper'),
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
  ...recordOf('/v1/guests/{shopperId}', 'Guest'),
  'GET /v1/referrals': {
    id: 'listReferrals',
    summary: 'Who brought whom, by what was decided',
    answers: 'listReferrals',
  },
  'POST /v1/referrals/{orderId}/approve': {
    id: 'approveReferral',
    summary: 'Let a doubtful referral count',
    answers: 'decideReferral',
  },
  'POST /v1/referrals/{orderId}/decline': {
    id: 'declineReferral',
    summary: 'Let a referral not count',
    answers: 'decideReferral',
  },
  'POST /v1/balances/imports/preview': {
    id: 'previewBalances',
    summary: 'What a file of members would change',
    answers: 'previewBalances',
    body: { media: 'multipart/form-data' },
  },
  'POST /v1/balances/imports': {
    id: 'importBalances',
    summary: 'Bring members of another tool with their points',
    answers: 'importBalances',
    statuses: [201],
    body: { media: 'multipart/form-data' },
  },
  'GET /v1/balances/imports': {
    id: 'listBalanceImports',
    summary: 'Files of members, and how far each has come',
    answers: 'listBalanceImports',
  },
  'DELETE /v1/balances/imports/{importId}': {
    id: 'undoBalanceImport',
    summary: 'Take back what a file of members brought',
    answers: 'importBalances',
  },
  'GET /v1/privacy/requests': {
    id: 'listPrivacyRequests',
    summary: 'What a platform asked on behalf of customers',
    answers: 'listPrivacyRequests',
  },
  'GET /v1/privacy/requests/{requestId}/export': {
    id: 'exportPrivacyRequest',
    summary: 'What is to be handed over to a customer who asked',
    answers: 'exportPrivacyRequest',
  },
};
