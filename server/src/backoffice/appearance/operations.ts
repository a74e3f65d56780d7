import { appearanceInput } from '@okaeri/shared/appearance';
import type { Operations } from '../../operation.ts';

/** What the API's document says of this area's routes. */
export const appearanceOperations: Operations = {
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
};
