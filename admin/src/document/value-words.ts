import type { DocumentPath } from '@okaeri/shared/document-difference';
import type { Language } from '../i18n/messages.ts';
import type { Messages } from '../i18n/shape.ts';

/** In which words a document is read. */
export interface Reading {
  readonly words: Messages;
  readonly language: Language;
}

type Texts = Readonly<Record<string, string>>;
type Thing = Readonly<Record<string, unknown>>;

/** A value of a programme in words: what is one of several by its name, a thing by its own, no JSON. */
export const valueText = (value: unknown, path: DocumentPath, as: Reading): string => {
  const { app } = as.words;
  if (typeof value === 'boolean') return value ? app.yes : app.no;
  if (typeof value === 'string') return textIn(choicesAt(path, as.words), value) ?? value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return joined(value.map((one) => valueText(one, path, as)));
  if (!isThing(value)) return NOTHING;
  return thingName(value, as) ?? fieldsText(value, path, as);
};

/** What a thing is called: by the merchant, or as a rule by what it is for. */
export const thingName = (thing: unknown, { words, language }: Reading): string | undefined => {
  if (!isThing(thing)) return undefined;
  const { id, name, on } = thing;
  if (isThing(name)) return [name[language], name['en'], ...Object.values(name)].find(isText);
  const rule = isText(on) ? ruleName(words, on) : undefined;
  // Of two rules for the same, the id tells which.
  return rule === undefined || !isText(id) || id === on ? rule : `${rule} (${id})`;
};

/** What a key of a document is called; an unknown one as it stands there. */
export const keyText = (key: string, { words }: Reading): string => textIn(words.paths, key) ?? key;

const NOTHING = '–';

function textIn(texts: Texts, key: string): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}

/** What the values are called that can stand at a place. */
function choicesAt(
  path: DocumentPath,
  { program, programFields: things, earningRules }: Messages,
): Texts {
  const [parent, key] = path.slice(-2);
  const choices: Readonly<Record<string, Texts>> = {
    enrolment: program.enrolments,
    policy: program.refundPolicies,
    returnSpentPoints: program.returnSpents,
    campaignStacking: things.stackings,
    from: earningRules.order.holdFroms,
    rounding: earningRules.order.roundings,
    metric: parent === 'tierPolicy' ? things.tierMetrics : things.metrics,
    downgrade: things.downgrades,
    every: parent === 'limit' ? things.limits : things.everies,
    period: things.periods,
    codes: things.codeKinds,
    redeemableFor: things.redeemables,
    fields: earningRules.profile.fields,
    kind: kindsAt(parent, path.length, program, things),
  };
  return choices[key ?? ''] ?? {};
}

function joined(texts: readonly string[]): string {
  return texts.length === 0 ? NOTHING : texts.join(' · ');
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldsText(thing: Thing, path: DocumentPath, as: Reading): string {
  return joined(
    Object.entries(thing)
      .filter(([key]) => key !== 'id')
      .map(([key, value]) => `${keyText(key, as)}: ${valueText(value, [...path, key], as)}`),
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function ruleName({ earningRules }: Messages, on: string): string | undefined {
  return isRuleKind(earningRules, on) ? earningRules[on].name : undefined;
}

/** Several things of a programme have a kind. */
function kindsAt(
  parent: string | undefined,
  depth: number,
  program: Messages['program'],
  things: Messages['programFields'],
): Texts {
  if (parent === 'window') return things.windows;
  if (parent !== 'expiry') return program.kind;
  // The programme's own expiry stands at its root; that of a rule stands in the rule.
  return depth === 2 ? program.expiries : things.ownExpiries;
}

function isRuleKind(
  rules: Messages['earningRules'],
  on: string,
): on is keyof Messages['earningRules'] {
  return Object.hasOwn(rules, on);
}
