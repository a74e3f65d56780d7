import { programDocument } from '@okaeri/shared/program';
import { z } from 'zod';
import { atStorefront, open, type Operations } from '../../operation.ts';

const program = z.object({ version: z.int(), ...programDocument.shape });
const draft = z.object({ version: z.int(), ...programDocument.shape }).loose();

/** What the API's document says of this area's routes. */
export const programEditorOperations: Operations = {
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
  'GET /v1/program/status': {
    id: 'getProgramStatus',
    summary: 'Who saved the draft, and what is to be published later',
    answers: 'getProgramStatus',
  },
  'PUT /v1/program/schedule': {
    id: 'scheduleProgram',
    summary: 'Have the draft, as it is now, put in force at a time of the shop’s clock',
    answers: 'getProgramStatus',
    tagged: true,
  },
  'DELETE /v1/program/schedule': {
    id: 'cancelSchedule',
    summary: 'Publish nothing later after all; the draft stays',
    answers: 'getProgramStatus',
  },
  'PATCH /v1/program/versions/{version}': {
    id: 'noteVersion',
    summary: 'Say something of a version, for the team',
    answers: null,
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
  'POST /v1/program/expiry': {
    id: 'changeExpiry',
    summary: 'Apply another expiry to points in hand, or see what would come of it',
    answers: 'changeExpiry',
  },
  ...atStorefront({
    'GET /program': {
      id: 'getPublicProgram',
      summary: 'The programme as shoppers see it',
      answers: 'getPublicProgram',
      revalidated: true,
      ...open,
    },
  }),
};
