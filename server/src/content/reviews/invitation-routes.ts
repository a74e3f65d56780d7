import { Hono } from 'hono';
import { scriptPage } from '../../platform/http/script-page.ts';

/**
 * `/review/{publicKey}#{token}`: the page to which e-mails lead. It opens the form without
 * signing in; what the link is good for is in its token, which only the page's script sees.
 */
export const invitationRoutes = (): Hono => {
  const routes = new Hono();
  routes.get('/:publicKey', async (c) => {
    const page = await scriptPage({
      publicKey: c.req.param('publicKey'),
      script: 'okaeri-review.js',
      accepted: c.req.header('accept-language') ?? '',
      hasPhotos: true,
    });
    return page ?? c.notFound();
  });
  return routes;
};
