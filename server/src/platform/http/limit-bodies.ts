import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { LIMITS } from '@okaeri/shared/limits';
import { ProblemError } from './problem.ts';
import { readIncoming } from './read-incoming.ts';

/** How long a client that is still sending has to read the answer before the connection ends. */
const LINGER_MS = 1000;

/** A request, with what Node has of it where it came through a connection. */
export type NodeContext = Context<{ Bindings: Partial<HttpBindings> }>;

/**
 * Holds what is read of bodies within bounds where no route reads them. Routes that take a body read it
 * with a limit of their own (`read-body.ts`); an operation that takes none is refused when more comes than
 * any body may have. What is left unread when the answer is given ends the connection: Node's own way
 * would be to read it to its end.
 *
 * @param takesBody whether the operation of a request reads a body
 * @param next what answers the request
 */
export const limitBody = (
  c: NodeContext,
  takesBody: (c: Context) => boolean,
  next: () => Promise<void>,
): Promise<void> => {
  const { incoming, outgoing } = c.env ?? {};
  if (!(incoming && outgoing) || isSmall(incoming)) return next();
  return holdBody({ request: incoming, answer: outgoing, isTaken: takesBody(c) }, next);
};

interface Held {
  readonly request: IncomingMessage;
  readonly answer: ServerResponse;
  readonly isTaken: boolean;
}

type Headed = Pick<IncomingMessage, 'headers'>;

/** Whether the body is no larger than any body may be, by what was said of it; Node holds it to that. */
function isSmall({ headers }: Headed): boolean {
  return (
    headers['transfer-encoding'] === undefined &&
    Number(headers['content-length'] ?? 0) <= LIMITS.bodyBytesMax
  );
}

async function holdBody(
  { request, answer, isTaken }: Held,
  next: () => Promise<void>,
): Promise<void> {
  try {
    if (!isTaken) await discardBody(request);
    await next();
  } finally {
    if (!request.complete) endAfterAnswer(request, answer);
  }
}

/** Reads a body that nobody wants. */
async function discardBody(request: IncomingMessage): Promise<void> {
  const tooLarge = new ProblemError(
    'bodyTooLarge',
    `A body may have ${LIMITS.bodyBytesMax} bytes at most; this operation takes none.`,
  );
  if (Number(request.headers['content-length'] ?? 0) > LIMITS.bodyBytesMax) throw tooLarge;
  const read = await readIncoming(request, LIMITS.bodyBytesMax, false);
  if (read === undefined) throw tooLarge;
}

/**
 * Ends a connection whose request is answered before all of it has come. Nothing more is read, and it stays
 * open a little: to close at once would make the other side lose the answer (RFC 9112, section 9.6).
 */
function endAfterAnswer(request: IncomingMessage, answer: ServerResponse): void {
  const { socket } = request;
  answer.shouldKeepAlive = false;
  // Node would destroy the socket with the last byte of the answer.
  socket.destroySoon = () => socket.end();
  answer.once('finish', () => {
    socket.pause();
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
  });
}
