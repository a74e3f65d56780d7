import { privacySettings } from '@okaeri/shared/privacy';
import type { Operations } from '../../operation.ts';

/** What the API's document says of this area's routes. */
export const privacyOperations: Operations = {
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
};
