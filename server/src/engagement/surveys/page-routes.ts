import { Hono } from 'hono';
import { scriptPage } from '../../platform/http/script-page.ts';

/**
 * `/survey/{publicKey}#{token}&score={score}`: the page to which e-mails with a survey lead. What the link is good for
 * stands behind the `#`, which only the page's script sees; nothing is sent before a tap (E39).
 */
export const surveyPageRoutes = (): Hono => {
  const routes = new Hono();
  routes.get('/:publicKey', async (c) => {
    const page = await scriptPage({
      publicKey: c.req.param('publicKey'),
      script: 'okaeri-survey.js',
      accepted: c.req.header('accept-language') ?? '',
    });
    return page ?? c.notFound();
  });
  return routes;
};
