import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  buildClientSchema,
  parse,
  printSchema,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type IntrospectionField,
  type IntrospectionInputValue,
  type IntrospectionQuery,
  type IntrospectionType,
  type IntrospectionTypeRef,
} from 'graphql';
import { ADMIN_DOCUMENTS, ADMIN_VERSIONS, schemaPath } from './shopify-schemas.ts';

/*
 * Writes what the tests need of Shopify's published schemas to `fixtures/shopify-schemas/`: the types our documents
 * visit, their plain fields, and what they may be sent. `fixtures/README.md` says where the whole ones come from.
 *
 *   node server/src/testing/make-shopify-schemas.ts FOLDER
 */

/** Fields our documents ask for, by type. */
type Asked = ReadonlyMap<string, ReadonlySet<string>>;

const [folder = ''] = process.argv.slice(2);
for (const version of ADMIN_VERSIONS) {
  const packed = readFileSync(join(folder, `admin_${version}.json.gz`));
  const { data } = JSON.parse(gunzipSync(packed).toString('utf8')) as { data: IntrospectionQuery };
  writeFileSync(schemaPath(version), `${printSchema(build(reduced(data)))}\n`);
}

// Shopify's own schema is stricter in the query language than in itself.
function build(query: IntrospectionQuery) {
  return buildClientSchema(query, { assumeValid: true });
}

function reduced(whole: IntrospectionQuery): IntrospectionQuery {
  const { types } = whole.__schema;
  const asked = askedIn(whole);
  const byName = new Map(types.map((type) => [type.name, type]));
  const isPlain = (ref: IntrospectionTypeRef): boolean =>
    ['SCALAR', 'ENUM'].includes(byName.get(nameOf(ref))?.kind ?? '');
  const kept = new Map<string, IntrospectionType>();
  const keep = (ref: IntrospectionTypeRef): void => {
    const type = byName.get(nameOf(ref));
    if (type === undefined || kept.has(type.name)) return;
    const small = withFields(type, asked, (field) => {
      if (asked.get(type.name)?.has(field.name) === true) return true;
      return isPlain(field.type) && field.args.every((argument) => isPlain(argument.type));
    });
    kept.set(type.name, small);
    for (const inner of refsOf(small)) keep(inner);
  };
  for (const name of [...asked.keys(), 'String', 'Boolean']) {
    const type = byName.get(name);
    if (type !== undefined) keep(type);
  }
  const { queryType, mutationType } = whole.__schema;
  const schema = { directives: [], types: [...kept.values()], queryType, mutationType };
  return { __schema: { description: null, ...schema, subscriptionType: null } };
}

/** A type without its sentences, and of an object those fields that are wanted; of what it is a kind of, what is asked for. */
function withFields(
  type: IntrospectionType,
  asked: Asked,
  isWanted: (field: IntrospectionField) => boolean,
): IntrospectionType {
  const text = JSON.stringify(type, (key, value: unknown) =>
    key === 'description' ? null : value,
  );
  const plain = JSON.parse(text) as IntrospectionType;
  if (plain.kind !== 'OBJECT' && plain.kind !== 'INTERFACE') return plain;
  const among = <Ref extends { readonly name: string }>(refs: readonly Ref[]): readonly Ref[] =>
    refs.filter(({ name }) => asked.has(name));
  const fields = plain.fields.filter(isWanted);
  const interfaces = among(plain.interfaces);
  return plain.kind === 'OBJECT'
    ? { ...plain, interfaces, fields }
    : { ...plain, interfaces, fields, possibleTypes: among(plain.possibleTypes) };
}

/** Types that a type refers to. */
function refsOf(type: IntrospectionType): IntrospectionTypeRef[] {
  if (type.kind === 'INPUT_OBJECT') return type.inputFields.map((field) => field.type);
  if (type.kind !== 'OBJECT' && type.kind !== 'INTERFACE') return [];
  return type.fields.flatMap((field) => [
    field.type,
    ...field.args.map((argument: IntrospectionInputValue) => argument.type),
  ]);
}

/** The name within lists and what is never null, which have none of their own. */
function nameOf(ref: IntrospectionTypeRef): string {
  const { name, ofType } = ref as { name?: string | null; ofType?: IntrospectionTypeRef | null };
  return name ?? (ofType ? nameOf(ofType) : '');
}

function askedIn(whole: IntrospectionQuery): Asked {
  const asked = new Map<string, Set<string>>();
  const info = new TypeInfo(build(whole));
  const visitor = visitWithTypeInfo(info, {
    Field({ name }) {
      const parent = info.getParentType()?.name ?? '';
      asked.set(parent, (asked.get(parent) ?? new Set()).add(name.value));
    },
    // What is asked of one kind of several is a field of what they have in common.
    InlineFragment() {
      const kinds = info.getParentType()?.name ?? '';
      asked.set(kinds, asked.get(kinds) ?? new Set());
    },
  });
  for (const document of ADMIN_DOCUMENTS) visit(parse(document), visitor);
  return asked;
}
