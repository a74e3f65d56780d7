import { hc } from 'hono/client';
import { segmentOf } from '@okaeri/shared/paths';
import { ApiError } from './request.ts';

/**
 * The typed client of an API. Hono's own puts what stands for a place of a path into it as it is: an id
 * with `#`, `?`, `/` or `..` in it would make the request one about somebody else. Here every such value is
 * encoded as one segment, whoever asks.
 */
// A proxy hands through what it does not encode, so it has the types of what it stands for.
export const typedClient = ((...made: Parameters<typeof hc>) =>
  encoding(hc(...made) as object)) as typeof hc;

function encoding(client: object): object {
  return new Proxy(client, {
    get(of, name) {
      const part: unknown = Reflect.get(of, name);
      return typeof part === 'function' ? encoding(part) : part;
    },
    apply: (of, self, [sent, ...rest]: unknown[]): unknown =>
      // Only what can be called is applied.
      Reflect.apply(of as () => unknown, self, [withSegments(sent), ...rest]),
  });
}

function withSegments(sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null || !('param' in sent)) return sent;
  const places = Object.entries(sent.param as Readonly<Record<string, string>>);
  // The client leaves the place of an empty text out, and so asks about all of them.
  if (places.some(([, id]) => id === ''))
    throw new ApiError('invalidRequest', 'A path cannot name nothing.');
  return { ...sent, param: Object.fromEntries(places.map(([name, id]) => [name, segmentOf(id)])) };
}
