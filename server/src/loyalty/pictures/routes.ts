import { Hono } from 'hono';
import { LIMITS } from '@okaeri/shared/limits';
import type { MerchantEnv } from '../../access/merchant.ts';
import type { Deps } from '../../deps.ts';
import { readBytes } from '../../platform/http/read-body.ts';
import { pagingQuery, pathId, readCursor } from '../../platform/http/read-request.ts';
import { sendMedia } from '../../platform/http/send-media.ts';
import { answer, done, query, refuse, reply } from '../../platform/http/typed.ts';
import { FIRST_CURSOR } from '../../platform/lib/list-cursor.ts';
import { addPicture } from './add-picture.ts';
import { deletePicture } from './delete-picture.ts';
import { hasPicture, listPictures } from './read-pictures.ts';

/** A name stands for one content for ever, and a shop's own picture was for everybody to see. */
const KEPT = 'public, max-age=31536000, immutable';

/** `/v1/pictures`: what a shop shows its programme with. */
export const pictureRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/', query(pagingQuery), async (c) => {
      const { cursor, limit } = c.req.valid('query');
      const after = readCursor(cursor, FIRST_CURSOR.newest);
      return answer(c, await listPictures(deps, { shop: c.get('shop'), after, limit }));
    })
    .post('/', async (c) => {
      const bytes = await readBytes(c, LIMITS.photoBytesMax);
      return reply(c, await addPicture(deps, { shopId: c.get('shop').id, bytes }), 201);
    })
    .delete('/:pictureId', async (c) => {
      const of = { shopId: c.get('shop').id, id: pathId(c, 'pictureId') };
      const outcome = await deletePicture(deps, of);
      return 'refused' in outcome ? refuse(c, outcome.refused) : done();
    });

/** `/media/pictures/{name}.webp`: pictures of programmes, for everybody. */
export const shownPictureRoutes = (deps: Deps): Hono =>
  new Hono().get('/:file', (c) =>
    sendMedia(c, deps.media, {
      mayShow: (name) => hasPicture(deps, name),
      cacheControl: KEPT,
    }),
  );
