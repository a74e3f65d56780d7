import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

type Json = Record<string, unknown>;

/** An operation as the document describes it: what is needed to list it, and to check a request against it. */
export interface DescribedOperation {
  readonly summary: string;
  readonly tags: readonly string[];
  readonly security: readonly Json[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: 'path' | 'query' | 'header';
    readonly required: boolean;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Json }>> };
}

/** The parts of the API's document that the docs are checked against. */
export interface ApiDocument {
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
}

/** A request as the docs show it. */
interface Shown {
  readonly method: string;
  /** With places or values, such as `/v1/orders/{orderId}` or `/v1/orders/1001?limit=5`. */
  readonly path: string;
  readonly headers?: readonly string[];
  readonly body?: string | undefined;
}

/** Checks what the docs say of the API against its document. */
export interface ApiChecks {
  /** What is wrong with a request. */
  request(shown: Shown): string[];
  /** What is wrong with a text that is said to be JSON of a named schema. */
  value(schema: string, text: string): string[];
  /** Whether there is an operation; `…` stands for whatever was said before. */
  has(method: string, path: string): boolean;
}

/** Makes the checks for a document. */
export const apiChecks = (document: ApiDocument): ApiChecks => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'okaeri', components: document.components });
  const paths = Object.keys(document.paths).toSorted((a, b) => placesOf(a) - placesOf(b));
  const find = (method: string, path: string): DescribedOperation | undefined => {
    const pattern = patternOf(path);
    const found = paths.find(
      (one) => method.toLowerCase() in (document.paths[one] ?? {}) && pattern(one),
    );
    return document.paths[found ?? '']?.[method.toLowerCase()];
  };
  const validate = (schema: Json, text: string): string[] => {
    const value = parse(text);
    if (value === undefined) return [`is no JSON: ${text}`];
    const whole = JSON.stringify(schema).replaceAll('"#/components', '"okaeri#/components');
    const check: ValidateFunction = ajv.compile(JSON.parse(whole) as Json);
    return check(value) ? [] : [`does not fit its schema: ${ajv.errorsText(check.errors)}`];
  };
  return {
    has: (method, path) => find(method, path) !== undefined,
    value(name, text) {
      const schema = document.components.schemas[name];
      return schema === undefined ? [`There is no schema ${name}.`] : validate(schema, text);
    },
    request({ method, path, headers, body }) {
      const operation = find(method, path);
      if (operation === undefined) return [`There is no operation ${method} ${path}.`];
      const schema = operation.requestBody?.content['application/json']?.schema;
      const missing = (operation.parameters ?? [])
        .filter(({ in: where, required }) => where === 'header' && required)
        .filter(({ name }) => headers !== undefined && !headers.includes(name.toLowerCase()))
        .map(({ name }) => `${method} ${path} needs ${name}.`);
      if (body === undefined) return missing;
      if (schema === undefined) return [...missing, `${method} ${path} takes no JSON.`];
      return [...missing, ...validate(schema, body)];
    },
  };
};

/** JSON, or nothing where it is none. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function placesOf(path: string): number {
  return path.split('{').length;
}

/** Whether a path of the document is the one that is shown: below the storefront's address, too. */
function patternOf(shown: string): (path: string) => boolean {
  const [asked = ''] = shown.split('?');
  const wanted = asked.replace(/\/$/, '').split('/');
  return (path) => {
    const known = path.replace(
      /^\/storefront\/v1\/\{publicKey\}(?=\/)/,
      asked.startsWith('/storefront') ? '$&' : '',
    );
    const parts = known.split('/');
    if (wanted[0] === '…') return fits(wanted.slice(1), parts.slice(1 - wanted.length));
    return fits(wanted, parts);
  };
}

/** A place of the document takes any value, and any name of a place. */
function fits(wanted: readonly string[], known: readonly string[]): boolean {
  return (
    wanted.length === known.length &&
    known.every((part, i) => (part.startsWith('{') ? wanted[i] !== '' : part === wanted[i]))
  );
}
