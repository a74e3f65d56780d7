import { appearanceInput } from '@okaeri/shared/appearance';
import { contactSettings } from '@okaeri/shared/contacts';
import { privacySettings } from '@okaeri/shared/privacy';
import { programDocument } from '@okaeri/shared/program';
import { z } from 'zod';
import type { Operations } from './operation.ts';

const program = z.object({ version: z.int(), ...programDocument.shape });
const draft = z.object({ version: z.int(), ...programDocument.shape }).loose();

/** The programme, the shop itself, the people who work for it, and its connections. */
export const SHOP: Operations = {
  'GET /v1/program': { id: 'getProgram', summary: 'The programme in force', answers: program },
  'GET /v1/program/draft': {
    id: 'getDraft',
    summary: 'The programme being written',
    answers: draft,
  },
  'PUT /v1/program/draft': {
    id: 'putDraft',
    summary: 'Write the draft',
    answers: draft,
    tagged: true,
  },
  'POST /v1/program/publish': {
    id: 'publishProgram',
    summary: 'Put the draft in force; what was earned before keeps its own version',
    answers: program,
    tagged: true,
  },
  'GET /v1/program/versions': {
    id: 'listVersions',
    summary: 'Every programme there was',
    answers: 'listVersions',
  },
  'GET /v1/program/versions/{version}': {
    id: 'getVersion',
    summary: 'A programme there was',
    answers: program,
  },
  'GET /v1/program/templates': {
    id: 'listTemplates',
    summary: 'Programmes to begin with',
    answers: 'listTemplates',
  },
  'POST /v1/program/simulate': {
    id: 'simulateProgram',
    summary: 'Replay past orders under a draft: what it would cost, and who would gain',
    answers: 'simulateProgram',
    lines: 'application/x-ndjson',
  },
  'POST /v1/program/expiry': {
    id: 'changeExpiry',
    summary: 'Apply another expiry to points in hand, or see what would come of it',
    answers: 'changeExpiry',
  },
  'GET /v1/appearance': {
    id: 'getAppearance',
    summary: 'Theme and texts of the widget',
    answers: appearanceInput,
  },
  'PUT /v1/appearance': {
    id: 'putAppearance',
    summary: 'Change theme and texts',
    answers: appearanceInput,
    tagged: true,
  },
  'GET /v1/contacts/settings': {
    id: 'getContactSettings',
    summary: 'How often the shop speaks to somebody',
    answers: contactSettings,
  },
  'PUT /v1/contacts/settings': {
    id: 'putContactSettings',
    summary: 'Change how often',
    answers: contactSettings,
    tagged: true,
  },
  'GET /v1/privacy/settings': {
    id: 'getPrivacySettings',
    summary: 'How long people who no longer come are kept',
    answers: privacySettings,
  },
  'PUT /v1/privacy/settings': {
    id: 'putPrivacySettings',
    summary: 'Change how long',
    answers: privacySettings,
    tagged: true,
  },
  'GET /v1/insights': {
    id: 'getInsights',
    summary: 'What the shop comes to, and what to do next',
    answers: 'getInsights',
  },
  'GET /v1/mail': { id: 'getMail', summary: 'Where e-mail comes from', answers: 'getMail' },
  'POST /v1/mail/test': {
    id: 'sendTestMail',
    summary: 'Send yourself a message',
    answers: 'sendTestMail',
  },
  'GET /v1/shop': { id: 'getShop', summary: 'The shop', answers: 'getShop' },
  'PATCH /v1/shop': {
    id: 'changeShop',
    summary: 'Change name, origins or languages',
    answers: 'getShop',
  },
  'POST /v1/shop/close': {
    id: 'closeShop',
    summary: 'Let widget, API and e-mail rest',
    answers: 'getShop',
  },
  'POST /v1/shop/reopen': { id: 'reopenShop', summary: 'Open the shop again', answers: 'getShop' },
  'POST /v1/shop/check': {
    id: 'checkPage',
    summary: 'Look whether a page carries the widget',
    answers: 'checkPage',
  },
  'GET /v1/shop/sightings': {
    id: 'listSightings',
    summary: 'Where the widget has run',
    answers: 'listSightings',
  },
  'GET /v1/shop/export': {
    id: 'exportShop',
    summary: 'The whole shop in one file, which imports to the same bytes',
    answers: { media: 'application/x-ndjson' },
  },
  'GET /v1/team': { id: 'listTeam', summary: 'Who works for the shop', answers: 'listTeam' },
  'PUT /v1/team/{userId}': {
    id: 'setRole',
    summary: 'Change what somebody may do',
    answers: 'setRole',
  },
  'DELETE /v1/team/{userId}': { id: 'removeMember', summary: 'Let somebody go', answers: null },
  'GET /v1/team/invitations': {
    id: 'listInvitations',
    summary: 'Who was asked in',
    answers: 'listInvitations',
  },
  'POST /v1/team/invitations': {
    id: 'invite',
    summary: 'Ask somebody in',
    answers: 'invite',
    statuses: [201],
  },
  'DELETE /v1/team/invitations/{invitationId}': {
    id: 'withdrawInvitation',
    summary: 'Take an invitation back',
    answers: null,
  },
  'GET /v1/keys': { id: 'listKeys', summary: 'Keys of the API', answers: 'listKeys' },
  'POST /v1/keys': {
    id: 'createKey',
    summary: 'Make a key; its text is shown this once',
    answers: 'createKey',
    statuses: [201],
  },
  'DELETE /v1/keys/{keyId}': { id: 'endKey', summary: 'End a key', answers: null },
  'GET /v1/acts': {
    id: 'listActs',
    summary: 'What people and keys have changed',
    answers: 'listActs',
  },
  'GET /v1/integrations/connection': {
    id: 'getConnection',
    summary: 'The platform the shop runs on',
    answers: 'getConnection',
  },
  'PUT /v1/integrations/connection': {
    id: 'putConnection',
    summary: 'Connect the shop with its platform',
    answers: 'putConnection',
  },
  'DELETE /v1/integrations/connection': {
    id: 'deleteConnection',
    summary: 'Take the connection away',
    answers: null,
  },
  'POST /v1/integrations/sweep': {
    id: 'sweepOrders',
    summary: 'Compare orders with the platform’s from an instant on',
    answers: 'putConnection',
  },
  'GET /v1/integrations/messages': {
    id: 'listMessages',
    summary: 'What the platform sent, and what became of it',
    answers: 'listMessages',
  },
  'POST /v1/integrations/messages/{messageId}/retry': {
    id: 'retryMessage',
    summary: 'Work off anew what failed',
    answers: 'retryMessage',
  },
  'GET /v1/webhooks': {
    id: 'listEndpoints',
    summary: 'Addresses that are told of what happens',
    answers: 'listEndpoints',
  },
  'POST /v1/webhooks': {
    id: 'createEndpoint',
    summary: 'Have an address told; its secret is shown this once',
    answers: 'createEndpoint',
    statuses: [201],
  },
  'GET /v1/webhooks/{endpointId}': {
    id: 'getEndpoint',
    summary: 'An address that is told',
    answers: 'getEndpoint',
  },
  'PATCH /v1/webhooks/{endpointId}': {
    id: 'changeEndpoint',
    summary: 'Change where, of what, and whether',
    answers: 'getEndpoint',
  },
  'DELETE /v1/webhooks/{endpointId}': {
    id: 'deleteEndpoint',
    summary: 'Tell it no more',
    answers: null,
  },
  'POST /v1/webhooks/{endpointId}/rotate': {
    id: 'rotateEndpoint',
    summary: 'A new secret; the one before signs beside it for a day',
    answers: 'createEndpoint',
  },
  'GET /v1/webhooks/{endpointId}/attempts': {
    id: 'listAttempts',
    summary: 'What was sent, and what was answered',
    answers: 'listAttempts',
  },
  'POST /v1/webhooks/{endpointId}/test': {
    id: 'testEndpoint',
    summary: 'Send a message that says nothing',
    answers: 'sendTest',
    statuses: [202],
  },
  'POST /v1/webhooks/{endpointId}/replay': {
    id: 'replayMessages',
    summary: 'Send everything of a period again',
    answers: 'queued',
    statuses: [202],
  },
  'POST /v1/webhooks/{endpointId}/messages/{messageId}/resend': {
    id: 'resendMessage',
    summary: 'Send a message again',
    answers: 'queued',
    statuses: [202],
  },
  'GET /v1/webhooks/messages/{messageId}': {
    id: 'getMessage',
    summary: 'A message as it was sent',
    answers: 'getMessage',
  },
};
