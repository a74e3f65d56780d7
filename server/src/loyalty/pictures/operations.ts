import type { Operations } from '../../operation.ts';

const FILE = { media: 'application/octet-stream' } as const;

/** What the API's document says of this area's routes. */
export const picturesOperations: Operations = {
  'GET /v1/pictures': {
    id: 'listPictures',
    summary: 'The shop’s pictures for its rewards, tiers and badges, newest first',
    answers: 'listPictures',
  },
  'POST /v1/pictures': {
    id: 'addPicture',
    summary: 'Upload a picture (JPEG, PNG or WebP) for the programme; it is encoded anew',
    answers: 'addPicture',
    statuses: [201],
    body: FILE,
  },
  'DELETE /v1/pictures/{pictureId}': {
    id: 'deletePicture',
    summary: 'Remove a picture that neither the programme nor its draft names',
    answers: null,
  },
  'GET /media/pictures/{file}': {
    id: 'getPicture',
    summary: 'A picture of a programme',
    answers: { media: 'image/webp' },
    revalidated: true,
    open: true,
  },
};
