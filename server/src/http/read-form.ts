import type { Context } from 'hono';
import type { z } from 'zod';
import { ProblemError } from './problem.ts';
import { check, readBytes } from './read-body.ts';

/** What a form has around its file: names, boundaries, options. */
const AROUND_BYTES = 1_048_576;
/** Parts of a form: its file, its options, and what a form of a page may add. */
export const FORM_PARTS_MAX = 10;

const wrong = (detail: string): ProblemError => new ProblemError('invalidRequest', detail);

const optionsIn = (part: unknown): unknown => {
  if (part === null || part === undefined) return {};
  if (typeof part !== 'string') throw wrong('The part "options" is a text.');
  try {
    return JSON.parse(part);
  } catch {
    throw new ProblemError('malformedJson', 'The part "options" is not JSON.');
  }
};

/** A form with a `file` of a limited size and its `options`, JSON that fits the schema. */
export const readForm = async <Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
  fileBytesMax: number,
): Promise<{ file: Uint8Array; options: z.output<Schema> }> => {
  const bytes = await readBytes(c, fileBytesMax + AROUND_BYTES);
  const headers = { 'content-type': c.req.header('content-type') ?? '' };
  if (hasTooManyParts(bytes, headers['content-type']))
    throw wrong(`A form may have ${FORM_PARTS_MAX} parts at most.`);
  const form = await new Response(Uint8Array.from(bytes), { headers }).formData().catch(() => {
    throw wrong('Send a form (multipart/form-data) with a part "file".');
  });
  const file = form.get('file');
  if (!(file instanceof File)) throw wrong('Send the file as the part "file" of the form.');
  if (file.size > fileBytesMax)
    throw new ProblemError('bodyTooLarge', `A file may have ${fileBytesMax} bytes at most.`);
  return { file: await file.bytes(), options: check(schema, optionsIn(form.get('options'))) };
};

/** Counted before the form is taken apart: a million parts of one byte would hold everybody up. */
function hasTooManyParts(bytes: Uint8Array, contentType: string): boolean {
  const boundary = /boundary="?([^";,]+)/i.exec(contentType)?.[1];
  if (boundary === undefined) return false;
  const mark = `--${boundary}`;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // One mark stands before each part, and one at the end.
  let marks = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
    marks += 1;
    if (marks > FORM_PARTS_MAX + 1) return true;
  }
  return false;
}
