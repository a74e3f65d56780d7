import { adjustmentInput } from '@okaeri/shared/shoppers';
import { appearanceInput } from '@okaeri/shared/appearance';
import { campaign } from '@okaeri/shared/campaigns';
import { cap } from '@okaeri/shared/caps';
import { lineScope, ownExpiry } from '@okaeri/shared/conditions';
import { earningRule, orderRule, points, rate, referralRule } from '@okaeri/shared/earning';
import { orderLine, orderShopper, orderState } from '@okaeri/shared/orders';
import { productState } from '@okaeri/shared/products';
import { badge, challenge, gift, streak } from '@okaeri/shared/play';
import { expiryPolicy, programDocument } from '@okaeri/shared/program';
import { cost, reward } from '@okaeri/shared/rewards';
import { loopThresholds, segment } from '@okaeri/shared/segments';
import { tier, tierPolicy } from '@okaeri/shared/tiers';
import { localizedText } from '@okaeri/shared/values';
import { z } from 'zod';
import { EXAMPLES } from './schema-examples.ts';

type Json = Record<string, unknown>;
type Side = 'input' | 'output';

/** Schemas that stand in the document under a name of their own, for those who read it and for clients made of it. */
export const NAMED: Readonly<Record<string, z.ZodType>> = {
  Adjustment: adjustmentInput,
  Appearance: appearanceInput,
  Badge: badge,
  Campaign: campaign,
  Cap: cap,
  Challenge: challenge,
  Cost: cost,
  EarningRule: earningRule,
  ExpiryPolicy: expiryPolicy,
  Gift: gift,
  LineScope: lineScope,
  LocalizedText: localizedText,
  LoopThresholds: loopThresholds,
  OrderLine: orderLine,
  OrderRule: orderRule,
  OrderShopper: orderShopper,
  OrderState: orderState,
  OwnExpiry: ownExpiry,
  Points: points,
  ProductState: productState,
  ProgramDocument: programDocument,
  Rate: rate,
  ReferralRule: referralRule,
  Reward: reward,
  Segment: segment,
  Streak: streak,
  Tier: tier,
  TierPolicy: tierPolicy,
};

const registry = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });

const SIDES = { input: made('input'), output: made('output') } as const;
const DIFFERING = findDiffering();

/** A schema as the document has it, with references to what has a name. */
export const schemaOf = (schema: z.ZodType, io: Side): Json => {
  const known = Object.entries(NAMED).find(([, named]) => named === schema)?.[0];
  if (known !== undefined) return { $ref: refOf(nameOn(io, known)) };
  const how = {
    io,
    metadata: registry,
    unrepresentable: 'any',
    reused: 'inline',
    override: asSent,
  } as const;
  return renamed(z.toJSONSchema(schema, how), io);
};

/** What has a name, by the name it has. */
export const NAMED_SCHEMAS: Readonly<Record<string, Json>> = Object.fromEntries(
  (['output', 'input'] as const).flatMap((side) =>
    Object.entries(SIDES[side]).map(([name, schema]) => {
      const found = renamed(schema, side);
      const whole = side === 'input' ? withoutDefaults(found) : found;
      const example = EXAMPLES[name];
      // An answer says more than what was sent: an example of that would leave things out.
      const shows = example !== undefined && (side === 'input' || !DIFFERING.has(name));
      return [nameOn(side, name), shows ? { ...whole, examples: [example] } : whole];
    }),
  ),
);

function refOf(name: string): string {
  return `#/components/schemas/${name}`;
}

/** What is sent is called otherwise where it differs from what is answered. */
function nameOn(side: Side, name: string): string {
  return side === 'input' && DIFFERING.has(name) ? `${name}Request` : name;
}

/**
 * What is read where a field cannot be used is no default: to leave it out and to send what is none are two
 * things, and only the second is documented. How long a field may be is said where it is cut, too.
 */
function asSent({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}): void {
  Object.assign(jsonSchema, z.globalRegistry.get(zodSchema));
  if (zodSchema._zod.def.type === 'catch') delete jsonSchema.default;
}

function renamed(schema: object, side: Side): Json {
  const text = JSON.stringify(schema, withoutPlainBounds).replaceAll(
    /"#\/(?:\$defs|components\/schemas)\/(\w+)"/g,
    (whole, name: string) => (name in NAMED ? `"${refOf(nameOn(side, name))}"` : whole),
  );
  const parsed = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  const { $schema: _schema, $id: _id, $defs: _defs, id: _name, ...rest } = parsed;
  return rest;
}

/** That a number is one JSON has exactly, every reader of JSON knows. */
function withoutPlainBounds(key: string, value: unknown): unknown {
  return (key === 'maximum' || key === 'minimum') &&
    Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER
    ? undefined
    : value;
}

function made(side: Side): Record<string, Json> {
  return z.toJSONSchema(registry, {
    io: side,
    unrepresentable: 'any',
    uri: refOf,
    override: asSent,
  }).schemas;
}

/** Those that are sent otherwise than they are answered, as what has a usual value may be left out; or that hold such. */
function findDiffering(): ReadonlySet<string> {
  const names = Object.keys(NAMED);
  const differing = new Set(
    names.filter(
      (name) => JSON.stringify(SIDES.input[name]) !== JSON.stringify(SIDES.output[name]),
    ),
  );
  for (let before = -1; before < differing.size;) {
    before = differing.size;
    for (const name of names)
      if (refsIn(SIDES.input[name] ?? {}).some((ref) => differing.has(ref))) differing.add(name);
  }
  return differing;
}

/**
 * What is taken where something is left out, in words: makers of clients take a field with a `default` for one
 * that is always there, which is true of answers and not of what is sent.
 */
function withoutDefaults(schema: object): Json {
  const within = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(within);
    return typeof value === 'object' && value !== null ? withoutDefaults(value) : value;
  };
  const inner: Json = Object.fromEntries(
    Object.entries(schema).map(([key, one]) => [key, within(one)]),
  );
  if (!('default' in inner)) return inner;
  const { default: usual, ...rest } = inner;
  return { ...rest, description: `Where left out: ${JSON.stringify(usual)}.` };
}

function refsIn(schema: Json): string[] {
  return [...JSON.stringify(schema).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name = '']) => name,
  );
}
