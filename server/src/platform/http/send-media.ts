import type { Context } from 'hono';
import type { MediaStore } from '../media/media-store.ts';
import { isKnown } from './if-none-match.ts';
import { ProblemError } from './problem.ts';

/** What is said of every picture, whether it is sent or known: it is nothing but a picture. */
const HEADERS = {
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** What is not there now may be there again, so nobody keeps that there is none. */
const NONE = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' } as const;

const FILE = /^([\w-]{22})\.webp$/;

/** What is asked for of a store of pictures. */
interface Asked {
  /** Whether a file may be shown to anyone who knows its name. */
  readonly mayShow: (name: string) => Promise<boolean>;
  /** How long any holder shows it without asking again. */
  readonly cacheControl: string;
}

/**
 * Sends a picture by the name in the path, `{name}.webp`, whose content never changes.
 *
 * @throws ProblemError where there is none, or it may not be shown
 */
export const sendMedia = async (c: Context, media: MediaStore, asked: Asked): Promise<Response> => {
  const name = FILE.exec(c.req.param('file') ?? '')?.[1];
  // First whether it may be shown: to whoever has it already the answer is not "not modified".
  if (name === undefined || !(await asked.mayShow(name))) throw gone();
  const headers = { ...HEADERS, 'Cache-Control': asked.cacheControl, ETag: `"${name}"` };
  if (isKnown(c, headers.ETag)) return new Response(null, { status: 304, headers });
  const found = await media.get(name);
  if (found === undefined) throw gone();
  const sent = { 'Content-Type': 'image/webp', 'Content-Length': String(found.bytes) };
  // Nobody reads what `HEAD` asks for: the file is closed here.
  if (c.req.method === 'HEAD') await found.body.cancel();
  const body = c.req.method === 'HEAD' ? null : found.body;
  return new Response(body, { headers: { ...headers, ...sent } });
};

function gone(): ProblemError {
  return new ProblemError('notFound', 'There is no such picture.', { headers: NONE });
}
