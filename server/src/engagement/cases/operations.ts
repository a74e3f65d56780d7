import { caseSettings } from '@okaeri/shared/case-settings';
import { caseMessageInput, caseOutcomeInput, helpInput } from '@okaeri/shared/cases';
import { inboundMail } from '@okaeri/shared/inbound-mail';
import { atStorefront, message, open, publicPage, type Operations } from '../../operation.ts';

const HTML = { media: 'text/html' } as const;

/** What the API's document says of this area's routes. */
export const casesOperations: Operations = {
  'GET /case/{publicKey}': {
    id: 'getCasePage',
    summary: 'The page that asks whether a case was put right',
    answers: HTML,
    statuses: [200, 404],
    ...publicPage,
  },
  'POST /case/{publicKey}': {
    id: 'answerCasePage',
    summary: 'Say by the link of an e-mail whether a case was put right',
    answers: HTML,
    statuses: [200, 404],
    ...open,
  },
  'GET /v1/cases': {
    id: 'listCases',
    summary: 'Cases: those that are open by when they are due, else the newest first',
    answers: 'listCases',
  },
  'POST /v1/cases': {
    id: 'openCase',
    summary: 'Open a case by hand',
    answers: 'caseDetail',
    statuses: [201],
    keyed: true,
  },
  'GET /v1/cases/settings': {
    id: 'getCaseSettings',
    summary: 'When somebody is there, and what opens a case',
    answers: caseSettings,
  },
  'PUT /v1/cases/settings': {
    id: 'putCaseSettings',
    summary: 'Say when somebody is there, and what opens a case',
    answers: caseSettings,
    tagged: true,
  },
  'GET /v1/cases/desk': {
    id: 'getCaseDesk',
    summary: 'Who may look after cases, and how many there are to look after',
    answers: 'caseDesk',
  },
  'GET /v1/cases/figures': {
    id: 'getCaseFigures',
    summary: 'How long shoppers wait, in working time, and how many say that it was put right',
    answers: 'caseFigures',
  },
  'GET /v1/cases/{caseId}': {
    id: 'getCase',
    summary: 'A case with everything that happened to it',
    answers: 'caseDetail',
  },
  'POST /v1/cases/{caseId}/entries': {
    id: 'writeCaseEntry',
    summary: 'Reply, note, move a case, give it to somebody, or give points',
    answers: 'caseDetail',
    statuses: [201],
    keyed: true,
  },
  'GET /v1/mail/inbound': {
    id: 'getInboundSetup',
    summary: 'Where the shop’s mail provider sends messages to, and with what it signs them',
    answers: 'inboundSetup',
  },
  'POST /v1/mail/inbound': {
    id: 'takeInboundMail',
    summary: 'A message that came to the shop by e-mail, signed as webhooks are',
    answers: 'inboundAnswer',
    statuses: [202],
    body: inboundMail,
  },
  ...atStorefront({
    'GET /me/cases': {
      id: 'listMyCases',
      summary: 'What one told the shop, and what it answered',
      answers: 'listMyCases',
    },
    'POST /me/cases': {
      id: 'askForHelp',
      ...message,
      summary: 'Ask the shop for help',
      answers: 'ownCase',
      statuses: [201],
      keyed: true,
      body: helpInput,
    },
    'POST /me/cases/{caseId}/messages': {
      id: 'writeInMyCase',
      ...message,
      summary: 'Write in a case of one’s own',
      answers: 'ownCase',
      statuses: [201],
      keyed: true,
      body: caseMessageInput,
    },
    'PUT /me/cases/{caseId}/outcome': {
      id: 'answerCaseOutcome',
      summary: 'Say whether it was put right',
      answers: 'ownCase',
      body: caseOutcomeInput,
    },
  }),
};
