import type { JSX } from 'preact';
import type { EarningRule } from '@okaeri/shared/earning';
import { CheckAt, MoneyAt, NumberAt, SelectAt, TextAt } from '../document/fields.tsx';
import { PicksAt } from '../document/more-fields.tsx';
import { messages } from '../i18n/messages.ts';
import { minorUnitsOf } from '@okaeri/shared/currencies';
import { AudienceAt, LimitAt, OwnExpiryAt, ScopeAt } from './bound-fields.tsx';
import { nameOf, ListItem, type SectionProps } from './section-parts.tsx';

type Of<On extends EarningRule['on'] = EarningRule['on']> = SectionProps & {
  rule: Extract<EarningRule, { on: On }>;
  path: readonly string[];
};

const PointsFields = ({ editor, document, rule, path }: Of): JSX.Element => {
  const w = messages();
  const per = 'per' in rule.points ? Object.keys(rule.points.per ?? {}) : [];
  const { currency } = document;
  const rate = { amountMinor: minorUnitsOf(currency), points: 1 };
  return (
    <>
      {rule.on === 'order' && (
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
};

const OrderFields = ({ editor, path }: Of<'order'>): JSX.Element => {
  const w = messages().programFields;
  return (
    <SelectAt
      editor={editor}
      path={[...path, 'hold', 'from']}
      label={w.holdFrom}
      options={w.holdFroms}
    />
  );
};

const OrderMore = ({ editor, document, path }: Of<'order'>): JSX.Element => {
  const w = messages().programFields;
  const { currency } = document;
  return (
    <>
      <SelectAt
        editor={editor}
        path={[...path, 'rounding']}
        label={w.rounding}
        options={w.roundings}
      />
      <MoneyAt
        editor={editor}
        path={[...path, 'conditions', 'minimumBasket', currency]}
        label={w.minimumBasket(currency)}
        currency={currency}
        optional="absent"
      />
      <CheckAt editor={editor} path={[...path, 'includeTax']} label={w.includeTax} />
      <CheckAt editor={editor} path={[...path, 'includeShipping']} label={w.includeShipping} />
      <CheckAt
        editor={{ ...editor, set: (at, isOn) => editor.set(at, isOn === true ? true : undefined) }}
        path={[...path, 'conditions', 'firstOrder']}
        label={w.firstOrder}
      />
      <ScopeAt editor={editor} path={path} />
    </>
  );
};

const ReferralFields = ({ editor, document, path }: Of<'referral'>): JSX.Element => {
  const w = messages().programFields;
  const { currency } = document;
  return (
    <>
      <NumberAt
        editor={editor}
        path={[...path, 'friendPoints']}
        label={w.friendPoints}
        optional="null"
      />
      <MoneyAt
        editor={editor}
        path={[...path, 'minimumBasket', currency]}
        label={w.minimumBasket(currency)}
        currency={currency}
        optional="absent"
      />
      <NumberAt editor={editor} path={[...path, 'sameAddressMax']} label={w.sameAddress} />
      <NumberAt editor={editor} path={[...path, 'perDayMax']} label={w.perDay} />
    </>
  );
};

/** What only one kind of act asks for. */
const ActivityFields = ({ editor, rule, path }: Of): JSX.Element | null => {
  const w = messages().programFields;
  switch (rule.on) {
    case 'birthday':
      return <NumberAt editor={editor} path={[...path, 'noticeDays']} label={w.noticeDays} />;
    case 'profile':
      return (
        <PicksAt
          editor={editor}
          path={[...path, 'fields']}
          label={w.profileFields}
          options={Object.entries(w.profile).map(([id, name]) => ({ id, name }))}
        />
      );
    case 'share':
    case 'follow':
      return (
        <>
          <TextAt editor={editor} path={[...path, 'network']} label={w.network} />
          <TextAt editor={editor} path={[...path, 'url']} label={w.url} />
        </>
      );
    case 'activity':
      return (
        <TextAt
          editor={editor}
          path={[...path, 'activity']}
          label={w.activity}
          hint={w.activityText}
        />
      );
    default:
      return null;
  }
};

/** One way to earn, with all that can be said of it. */
export const RuleForm = (props: SectionProps & { rule: EarningRule }): JSX.Element => {
  const { editor, document, rule } = props;
  const w = messages();
  const path = ['earning', rule.id];
  const of = { editor, document, rule, path };
  const kind = w.program.on[rule.on];
  return (
    <ListItem
      editor={editor}
      path={path}
      name={nameOf(rule.name, kind)}
      {...(rule.name === undefined ? {} : { badge: kind })}
      more={
        <>
          {rule.on === 'order' && <OrderMore {...of} rule={rule} />}
          {rule.on !== 'signup' && <LimitAt editor={editor} path={path} />}
          <OwnExpiryAt editor={editor} path={path} />
          {'conditions' in rule && (
            <AudienceAt editor={editor} document={document} path={[...path, 'conditions']} />
          )}
        </>
      }
    >
      <PointsFields {...of} />
      {'hold' in rule && (
        <NumberAt editor={editor} path={[...path, 'hold', 'days']} label={w.program.holdDays} />
      )}
      {rule.on === 'order' && <OrderFields {...of} rule={rule} />}
      {rule.on === 'referral' && <ReferralFields {...of} rule={rule} />}
      <ActivityFields {...of} />
    </ListItem>
  );
};
