import fc from 'fast-check';
import { z } from 'zod';

/** What of JSON Schema the documents' schemas come to. */
interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly pattern?: string;
  readonly format?: string;
}

/** Words of merchants: none of them looks like a part of a document. */
const WORDS = fc.constantFrom('Gold', 'Mug', 'ゴールド', 'Été', 'VIP 2', '50% more');
/** Few, so that what is named is often there. */
const IDS = fc.constantFrom('idOne', 'idTwo', 'idThree');

/** Values with the shape of a schema; what only the whole of a document shows is not held. */
export const arbitraryOf = (schema: z.ZodType): fc.Arbitrary<unknown> =>
  arbitrary(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as JsonSchema, '');

function arbitrary(schema: JsonSchema, key: string): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const kinds = schema.anyOf ?? schema.oneOf;
  if (kinds) return fc.oneof(...kinds.map((one) => arbitrary(one, key)));
  switch (schema.type) {
    case 'object':
      return objects(schema);
    case 'array':
      return lists(schema, key);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.integer({
        min: Math.ceil(schema.minimum ?? 0),
        max: Math.min(schema.maximum ?? 1000, 5000),
      });
    case 'string':
      return strings(schema, key);
    default:
      return fc.constant(null);
  }
}

function objects(schema: JsonSchema): fc.Arbitrary<unknown> {
  const { properties, required = [], additionalProperties } = schema;
  if (properties)
    return fc.record(
      Object.fromEntries(
        Object.entries(properties).map(([key, inner]) => [key, arbitrary(inner, key)]),
      ),
      { requiredKeys: [...required] },
    );
  const inner = typeof additionalProperties === 'object' ? additionalProperties : {};
  return fc.dictionary(
    arbitrary(schema.propertyNames ?? {}, 'tag').map(String),
    arbitrary(inner, ''),
    {
      minKeys: 1,
      maxKeys: 2,
    },
  );
}

function lists(schema: JsonSchema, key: string): fc.Arbitrary<unknown> {
  const of = arbitrary(schema.items ?? {}, key);
  const limits = { minLength: schema.minItems ?? 0, maxLength: Math.max(2, schema.minItems ?? 0) };
  const hasIds = schema.items?.properties?.['id'] ?? schema.items?.oneOf?.[0]?.properties?.['id'];
  return hasIds === undefined
    ? fc.array(of, limits)
    : fc.uniqueArray(of, { ...limits, selector: (one) => (one as { id?: unknown }).id });
}

function strings({ pattern = '', format }: JsonSchema, key: string): fc.Arbitrary<unknown> {
  if (format === 'date-time')
    return fc
      .integer({ min: 0, max: 2000 })
      .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString());
  if (format === 'uri') return fc.constant('https://shop.example/page');
  if (/\[A-Z\]\{3\}/.test(pattern)) return fc.constantFrom('USD', 'JPY', 'EUR');
  if (/\[a-z\]\{2,3\}/.test(pattern)) return fc.constantFrom('en', 'ja', 'fr');
  if (/0\[1-9\]/.test(pattern)) return fc.constantFrom('03-31', '12-31');
  if (/0-9a-f/.test(pattern)) return fc.constantFrom('#2f6b4f', '#112233');
  if (/\\d/.test(pattern)) return fc.constantFrom('1', '1.5', '2');
  if (/a-zA-Z/.test(pattern)) return fc.constantFrom('idMessage', 'idOther');
  if (/https/.test(pattern)) return fc.constant('https://shop.example/p/{productId}');
  if (key === 'timeZone') return fc.constantFrom('Asia/Tokyo', 'America/New_York', 'UTC');
  return /[iI]ds?$|^picture$/.test(key) ? IDS : WORDS;
}
