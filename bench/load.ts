import autocannon from 'autocannon';

/** Connections that ask at once. */
export const CONNECTIONS = 64;

/** One kind of request, made anew for each turn. */
export interface Load {
  readonly url: string;
  readonly seconds: number;
  readonly next: () => {
    method: 'GET' | 'POST' | 'PUT';
    path: string;
    headers?: Record<string, string>;
    body?: string;
  };
}

/** Requests answered per second. An answer that is no success ends the run. */
export const requestsPerSecond = async (load: Load): Promise<number> => {
  const result = await autocannon({
    url: load.url,
    connections: CONNECTIONS,
    duration: load.seconds,
    requests: [{ setupRequest: (request) => ({ ...request, ...load.next() }) }],
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} answers were no success and ${result.errors} did not come.`);
  return result['2xx'] / result.duration;
};
