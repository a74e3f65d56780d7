import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Operation } from '../operation.ts';
import { OPERATIONS } from '../compose-areas.ts';
import { COMPONENTS, responsesOf } from '../openapi/make-document.ts';

type Json = Record<string, unknown>;
type Content = Record<string, { schema?: Json }>;

/** Served by an operation of the document, found by its path. */
interface Served {
  readonly method: string;
  readonly pattern: RegExp;
  readonly places: number;
  readonly operation: Operation;
}

const SERVED: readonly Served[] = Object.entries(OPERATIONS)
  .map(([name, operation]) => {
    const [method = '', path = ''] = name.split(' ');
    const plain = path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+');
    const places = path.split('{').length;
    return { method, pattern: new RegExp(`^${plain}$`), places, operation };
  })
  // What is named outright goes before what only has a place there.
  .toSorted((a, b) => a.places - b.places);

// Made once and asked a few times: to compile what is shared once, and plainly, is most of what it costs.
const ajv = new Ajv2020({
  strict: false,
  validateFormats: false,
  inlineRefs: false,
  code: { optimize: false },
});
ajv.addSchema({
  $id: 'okaeri',
  components: { schemas: closed(COMPONENTS) },
});

const validators = new Map<string, ValidateFunction>();

/** Where it is noted that an operation was answered with success: a folder, in the whole run of the tests. */
const folder = process.env['OKAERI_ANSWERED'];
if (folder !== undefined) {
  const ids = Object.values(OPERATIONS).map(({ id }) => id);
  writeFileSync(join(folder, '.all'), JSON.stringify(ids));
}
const noted = new Set<string>();

/**
 * Holds an answer against the document of the API: its status, its media type and its body. What is asked
 * outside the API is left alone.
 *
 * @throws Error when the document says otherwise
 */
export const holdToDocument = async (
  method: string,
  url: string,
  answer: Response,
): Promise<void> => {
  const { pathname } = new URL(url, 'http://localhost');
  const served = SERVED.find((one) => one.method === method && one.pattern.test(pathname));
  if (served === undefined) return;
  const { operation } = served;
  if (!answer.ok && namedOf(operation, answer.status) === undefined)
    return holdRefusal(operation.id, answer);
  await holdNamed(operation, answer);
  if (answer.ok) note(operation.id);
};

/** What is named of an operation for a status. */
function namedOf(operation: Operation, status: number): { content?: Content } | undefined {
  return (responsesOf(operation) as Record<string, { content?: Content }>)[String(status)];
}

async function holdRefusal(id: string, answer: Response): Promise<void> {
  const type = answer.headers.get('content-type') ?? '';
  holds(type.startsWith('application/problem+json'), id, `${answer.status} as "${type}"`);
  const validate = validatorOf('Problem', { $ref: '#/components/schemas/Problem' });
  const isValid = validate(await answer.clone().json());
  holds(isValid, id, `${answer.status}: ${ajv.errorsText(validate.errors)}`);
}

async function holdNamed(operation: Operation, answer: Response): Promise<void> {
  const { id } = operation;
  const { status } = answer;
  const named = namedOf(operation, status);
  holds(named !== undefined, id, `status ${status}`);
  const text = await answer.clone().text();
  const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
  if (named?.content === undefined) return holds(text === '', id, `a body where there is none`);
  const content = named.content[type];
  holds(content !== undefined, id, `media type "${type}"`);
  if (content?.schema === undefined) return undefined;
  const validate = validatorOf(`${id} ${status}`, content.schema);
  const isValid = validate(JSON.parse(text));
  return holds(isValid, id, `${ajv.errorsText(validate.errors)} in ${text.slice(0, 2000)}`);
}

function note(id: string): void {
  if (folder === undefined || noted.has(id)) return;
  noted.add(id);
  writeFileSync(join(folder, id), '');
}

function holds(isSo: boolean, id: string, what: string): void {
  if (!isSo) throw new Error(`${id} answers otherwise than the document says: ${what}`);
}

function validatorOf(name: string, schema: Json): ValidateFunction {
  const known = validators.get(name);
  if (known !== undefined) return known;
  const whole = JSON.stringify(schema).replaceAll('"#/components/', '"okaeri#/components/');
  const made = ajv.compile(closed(JSON.parse(whole)) as Json);
  validators.set(name, made);
  return made;
}

/**
 * The same, with nothing beyond what is named: a field nobody wrote down may be one nobody is to see. What is
 * put together from parts becomes one.
 */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const { allOf, ...rest } = value as Json;
  const parts = allOf === undefined ? [rest] : [rest, ...partsOf({ allOf })];
  const one: Json = Object.assign({}, ...parts) as Json;
  const properties = Object.assign({}, ...parts.map((part) => part['properties'])) as Json;
  const inner = Object.fromEntries(Object.entries(one).map(([key, part]) => [key, closed(part)]));
  if (!('properties' in one) || 'additionalProperties' in one) return inner;
  const required = parts.flatMap((part) => (part['required'] as string[] | undefined) ?? []);
  return { ...inner, properties: closed(properties), required, additionalProperties: false };
}

function partsOf(schema: Json): Json[] {
  const { $ref: ref, allOf } = schema as { $ref?: string; allOf?: Json[] };
  if (allOf !== undefined) return allOf.flatMap(partsOf);
  const named = ref === undefined ? schema : COMPONENTS[ref.split('/').at(-1) ?? ''];
  return named === schema ? [schema] : partsOf(named as Json);
}
