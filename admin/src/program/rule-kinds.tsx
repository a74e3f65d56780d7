import { keysOf } from '@okaeri/shared/records';
import type { JSX } from 'preact';
import { NumberAt, TextAt } from '../document/fields.tsx';
import { PicksAt } from '../document/PicksAt.tsx';
import { messages } from '../i18n/messages.ts';
import { orderRule } from './order-rule.tsx';
import { referralRule } from './referral-rule.tsx';
import {
  newActivityRule,
  newRule,
  once,
  type RuleFieldsProps,
  type RuleKind,
  type RuleName,
} from './rule-parts.ts';

/**
 * Every kind of earning rule, in the order in which it is offered. A kind of the schema that is missing
 * here, or has no texts, does not compile.
 */
export const RULE_KINDS: { readonly [On in RuleName]: RuleKind<On> } = {
  order: orderRule,
  signup: {
    isOnce: true,
    hasFixedLimit: true,
    make: (document) => ({ ...newRule(document), on: 'signup', limit: once('lifetime') }),
  },
  birthday: {
    isOnce: true,
    Fields: ({ editor, path }) => (
      <NumberAt
        editor={editor}
        path={[...path, 'noticeDays']}
        label={messages().earningRules.birthday.noticeDays}
      />
    ),
    make: (document) => ({
      ...newActivityRule(document),
      on: 'birthday',
      limit: once('year'),
      noticeDays: 30,
    }),
  },
  review: { make: (document) => ({ ...newActivityRule(document), on: 'review' }) },
  photo: { make: (document) => ({ ...newActivityRule(document), on: 'photo' }) },
  referral: referralRule,
  profile: {
    isOnce: true,
    Fields: ({ editor, path }) => {
      const w = messages().earningRules.profile;
      return (
        <PicksAt
          editor={editor}
          path={[...path, 'fields']}
          label={w.fieldsLabel}
          options={Object.entries(w.fields).map(([id, name]) => ({ id, name }))}
        />
      );
    },
    make: (document) => ({
      ...newActivityRule(document),
      on: 'profile',
      limit: once('lifetime'),
      fields: ['name', 'birthday'],
    }),
  },
  newsletter: {
    make: (document) => ({
      ...newActivityRule(document),
      on: 'newsletter',
      limit: once('lifetime'),
    }),
  },
  anniversary: {
    make: (document) => ({ ...newActivityRule(document), on: 'anniversary', limit: once('year') }),
  },
  visit: {
    make: (document) => ({
      ...newActivityRule(document),
      on: 'visit',
      limit: once('day'),
      points: { fixed: 1 },
    }),
  },
  share: {
    Fields: NetworkFields,
    make: (document) => ({
      ...newActivityRule(document),
      on: 'share',
      limit: once('lifetime'),
      network: '',
      url: '',
    }),
  },
  follow: {
    Fields: NetworkFields,
    make: (document) => ({
      ...newActivityRule(document),
      on: 'follow',
      limit: once('lifetime'),
      network: '',
      url: '',
    }),
  },
  activity: {
    Fields: ({ editor, path }) => {
      const w = messages().earningRules.activity;
      return (
        <TextAt
          editor={editor}
          path={[...path, 'activity']}
          label={w.activity}
          hint={w.activityHint}
        />
      );
    },
    make: (document) => ({ ...newActivityRule(document), on: 'activity', activity: '' }),
  },
  // Nothing here asks a survey yet; a programme that came through the API may have the rule.
  survey: {
    isHidden: true,
    make: (document) => ({ ...newActivityRule(document), on: 'survey' }),
  },
};

/** The kinds that can be added to a programme, in their order. */
export const OFFERED_RULES: readonly RuleName[] = keysOf(RULE_KINDS).filter(
  (name) => RULE_KINDS[name].isHidden === undefined,
);

/** What a kind of rule is called. */
export const ruleName = (on: RuleName): string => messages().earningRules[on].name;

function NetworkFields({ editor, path }: RuleFieldsProps): JSX.Element {
  const w = messages().programFields;
  return (
    <>
      <TextAt editor={editor} path={[...path, 'network']} label={w.network} />
      <TextAt editor={editor} path={[...path, 'url']} label={w.url} />
    </>
  );
}
