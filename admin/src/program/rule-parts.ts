import type { JSX } from 'preact';
import type { EarningRule } from '@okaeri/shared/earning';
import type { ProgramDocument } from '@okaeri/shared/program';
import { freshId, type SectionProps } from './section-parts.tsx';

/** What a rule rewards. */
export type RuleName = EarningRule['on'];

/** What the fields of one kind of rule are given. */
export interface RuleFieldsProps extends SectionProps {
  /** Where the rule stands in the document. */
  readonly path: readonly string[];
}

/** What the console knows of one kind of earning rule; its texts are in `i18n/<language>/earning-kinds.ts`. */
export interface RuleKind<On extends RuleName> {
  /** A rule as it begins: off until somebody has looked at it. */
  readonly make: (document: ProgramDocument) => Extract<EarningRule, { on: On }>;
  /** A programme needs one at most. */
  readonly isOnce?: true;
  /** It can stand in a programme, but is not offered here. */
  readonly isHidden?: true;
  /** The schema says how often it earns. */
  readonly hasFixedLimit?: true;
  /** It may give points for an amount of money, too. */
  readonly canBePerAmount?: true;
  /** The fields that no other kind has, and those of them that are rarely asked for. */
  readonly Fields?: (props: RuleFieldsProps) => JSX.Element;
  readonly MoreFields?: (props: RuleFieldsProps) => JSX.Element;
}

/** What every rule begins with. */
export const newRule = (document: ProgramDocument) => ({
  id: freshId(document, 'earning'),
  enabled: false,
  points: { fixed: 100 },
  variants: [],
  expiry: null,
  limit: null,
});

/** What a rule on an activity begins with. */
export const newActivityRule = (document: ProgramDocument) => ({
  ...newRule(document),
  conditions: {},
  rounding: 'floor' as const,
  hold: { days: 0 },
});

/** A limit of one in a time. */
export const once = <Every extends 'day' | 'year' | 'lifetime'>(every: Every) => ({
  count: 1 as const,
  every,
});
