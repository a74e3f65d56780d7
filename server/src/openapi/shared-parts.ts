import { FIELD_FAULTS } from '@okaeri/shared/field-faults';
import { PROBLEMS } from '@okaeri/shared/errors';

/** Ways to say who is asking. */
export const securitySchemes = {
  secretKey: {
    type: 'http',
    scheme: 'bearer',
    description: 'A secret key of the shop, okr_sk_…, for its backend alone.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'okaeri.session_token',
    description:
      'Somebody signed in to the console, with Okaeri-Shop and an Origin of this server.',
  },
  shopperToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'A token the shop’s backend has signed for one shopper, an hour long at most.',
  },
};

/** What is answered where something was not done. */
export const problem = {
  type: 'object',
  description:
    'What went wrong (RFC 9457), by a code that stays the same. Some codes come with more, such as `missing`.',
  additionalProperties: true,
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(PROBLEMS) },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message', 'code'],
        properties: {
          path: { type: 'string' },
          message: { type: 'string', description: 'For developers, in English.' },
          code: {
            type: 'string',
            enum: [...FIELD_FAULTS],
            description: 'What is wrong, for whoever says it in another language.',
          },
          values: {
            type: 'object',
            additionalProperties: true,
            description: 'What the fault names, such as `min`, `max` or `name`.',
          },
        },
      },
    },
  },
};
