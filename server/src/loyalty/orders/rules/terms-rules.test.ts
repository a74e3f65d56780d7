import { expect, it } from 'vitest';
import { orderRuleOf, ruleOf } from '../../../testing/rule-inputs.ts';
import { firstOrderRule } from './terms-rules.ts';

const visit = ruleOf({ id: 'visit', on: 'visit' });
const off = orderRuleOf({ id: 'off', enabled: false });
const [first, second] = [orderRuleOf({ id: 'first' }), orderRuleOf({ id: 'second' })];

it.each([
  ['none of none', [], undefined],
  ['none where there are only others', [visit], undefined],
  ['none where it is switched off', [visit, off], undefined],
  ['the first of two', [first, second], 'first'],
  ['the one behind others and one that is switched off', [visit, off, second], 'second'],
])('the rule that says how money is counted is %s', (_, rules, id) => {
  expect(firstOrderRule(rules)?.id).toBe(id);
});
