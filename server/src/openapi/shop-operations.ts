import { appearanceInput } from '@okaeri/shared/appearance';
import { contactSettings } from '@okaeri/shared/contacts';
import { privacySettings } from '@okaeri/shared/privacy';
import type { Operations } from './operation.ts';

/** The shop itself, how it looks and writes, and the people who work for it. */
export const SHOP: Operations = {
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
};
