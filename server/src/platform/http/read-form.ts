import type { Context } from 'hono';
import type { z } from 'zod';
import { LIMITS } from '@okaeri/shared/limits';
import { inWorker, ownBytes, WorkerMemoryError } from '../lib/in-worker.ts';
import { createTurns } from '../lib/turns.ts';
import { formParts, type FormParts } from './form-parts.ts';
import { ProblemError } from './problem.ts';
import { check, readBytes } from './read-body.ts';

/** What a form has around its file: names, boundaries, options. */
const AROUND_BYTES = 1_048_576;
/** Bytes of a form that is taken apart on the event loop: to begin a worker would take longer. */
const AT_HAND_BYTES = 65_536;
/** What a worker may take to take a form apart. */
const FORM_LIMITS = { timeoutMs: 30_000, heapMbMax: 256 } as const;

const WORKER = new URL('./form-worker.ts', import.meta.url);

/** Forms taken apart at once, and how many may wait: each is held in memory. */
const turns = createTurns({ atOnce: 1, waitingMax: 8 });

/** A form with a `file` of a limited size and its `options`, JSON that fits the schema. */
export const readForm = async <Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
  fileBytesMax: number,
): Promise<{ file: Uint8Array; options: z.output<Schema> }> => {
  const bytes = ownBytes(await readBytes(c, fileBytesMax + AROUND_BYTES));
  const parts = await partsOf(bytes, c.req.header('content-type') ?? '', c.req.raw.signal);
  if (parts.kind === 'notAForm')
    throw wrong('Send a form (multipart/form-data) with a part "file".');
  if (parts.kind === 'optionsAreFile') throw wrong('The part "options" is a text.');
  const { file, options } = parts;
  if (file === null) throw wrong('Send the file as the part "file" of the form.');
  if (file.byteLength > fileBytesMax)
    throw new ProblemError('bodyTooLarge', `A file may have ${fileBytesMax} bytes at most.`);
  return { file, options: check(schema, optionsIn(options)) };
};

function partsOf(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
  signal: AbortSignal,
): Promise<FormParts> {
  if (bytes.byteLength <= AT_HAND_BYTES) return formParts(bytes, contentType);
  return turns.run(() =>
    inWorker<FormParts>({
      module: WORKER,
      data: { bytes, contentType },
      transfer: [bytes.buffer],
      ...FORM_LIMITS,
      signal,
    }).catch((error: unknown): FormParts => {
      if (error instanceof WorkerMemoryError) return { kind: 'notAForm' };
      throw error;
    }),
  );
}

function wrong(detail: string): ProblemError {
  return new ProblemError('invalidRequest', detail);
}

function optionsIn(part: string | null): unknown {
  if (part === null) return {};
  if (part.length > LIMITS.bodyBytesMax)
    throw new ProblemError(
      'bodyTooLarge',
      `The part "options" may have ${LIMITS.bodyBytesMax} characters at most.`,
    );
  try {
    return JSON.parse(part);
  } catch {
    throw new ProblemError('malformedJson', 'The part "options" is not JSON.');
  }
}
