import type { JSX } from 'preact';
import { minorUnitsOf } from '@okaeri/shared/currencies';
import type { EarningRule } from '@okaeri/shared/earning';
import { CheckAt, MoneyAt, NumberAt, SelectAt } from '../document/fields.tsx';
import { messages } from '../i18n/messages.ts';
import { AudienceAt, LimitAt, OwnExpiryAt } from './bound-fields.tsx';
import { RULE_KINDS, ruleName } from './rule-kinds.tsx';
import { VariantsAt } from './VariantsAt.tsx';
import type { RuleFieldsProps } from './rule-parts.ts';
import { nameOf } from './name-of.ts';
import { ListItem } from './ListItem.tsx';
import { type SectionProps } from './section-parts.tsx';

/** One way to earn, with all that can be said of it. */
export const RuleForm = (props: SectionProps & { rule: EarningRule }): JSX.Element => {
  const { editor, document, rule } = props;
  const path = ['earning', rule.id];
  const of = { editor, document, path };
  const name = ruleName(rule.on);
  const { Fields, MoreFields, hasFixedLimit } = RULE_KINDS[rule.on];
  return (
    <ListItem
      editor={editor}
      path={path}
      name={nameOf(rule.name, name)}
      {...(rule.name === undefined ? {} : { badge: name })}
      more={
        <>
          {MoreFields && <MoreFields {...of} />}
          {hasFixedLimit !== true && <LimitAt editor={editor} path={path} />}
          <OwnExpiryAt editor={editor} path={path} />
          {rule.on !== 'signup' && (
            <VariantsAt
              editor={editor}
              document={document}
              path={[...path, 'variants']}
              of={rule.variants}
              field="points"
              label={messages().program.pointsFor}
              begin={rule.points}
            />
          )}
          {'conditions' in rule && (
            <AudienceAt editor={editor} document={document} path={[...path, 'conditions']} />
          )}
        </>
      }
    >
      <PointsFields {...of} rule={rule} />
      {'hold' in rule && (
        <NumberAt
          editor={editor}
          path={[...path, 'hold', 'days']}
          label={messages().program.holdDays}
        />
      )}
      {Fields && <Fields {...of} />}
    </ListItem>
  );
};

/** How many points the rule gives: a fixed number, or a rate for each currency. */
function PointsFields(of: RuleFieldsProps & { rule: EarningRule }): JSX.Element {
  const { editor, document, rule, path } = of;
  const w = messages();
  const per = 'per' in rule.points ? Object.keys(rule.points.per ?? {}) : [];
  const { currency } = document;
  const rate = { amountMinor: minorUnitsOf(currency), points: 1 };
  return (
    <>
      {RULE_KINDS[rule.on].canBePerAmount === true && (
        <SelectAt
          editor={{ ...editor, at: () => (per.length > 0 ? 'per' : 'fixed') }}
          path={[...path, 'points']}
          label={w.programFields.giving}
          options={w.programFields.givings}
          onChosen={(chosen) =>
            editor.set(
              [...path, 'points'],
              chosen === 'fixed' ? { fixed: 100 } : { per: { [currency]: rate } },
            )
          }
        />
      )}
      {per.length === 0 ? (
        <NumberAt editor={editor} path={[...path, 'points', 'fixed']} label={w.program.pointsFor} />
      ) : (
        per.map((key) => (
          <>
            <NumberAt
              editor={editor}
              path={[...path, 'points', 'per', key, 'points']}
              label={w.program.pointsFor}
            />
            <MoneyAt
              editor={editor}
              path={[...path, 'points', 'per', key, 'amountMinor']}
              currency={key}
              label={w.program.perAmount(key)}
            />
            <CheckAt
              editor={{ ...editor, set: (at, isOn) => editor.set(at, isOn === true || undefined) }}
              path={[...path, 'points', 'per', key, 'wholeSteps']}
              label={w.programFields.wholeSteps}
            />
          </>
        ))
      )}
    </>
  );
}
