import type { JSX } from 'preact';
import { Flag, Flame, Medal } from 'lucide';
import type { ProgramDocument } from '@okaeri/shared/program';
import { NumberAt, SelectAt, TextAt } from '../document/fields.tsx';
import { InstantAt } from '../document/more-fields.tsx';
import { shopLanguages } from '../app/shop-languages.ts';
import { messages } from '../i18n/messages.ts';
import { minorUnitsOf } from '@okaeri/shared/currencies';
import { AudienceAt, BadgeAt, OwnExpiryAt, ScopeAt } from './bound-fields.tsx';
import { GiftsSection } from './GiftsSection.tsx';
import { PictureAt } from './PictureAt.tsx';
import { ruleName } from './rule-kinds.tsx';
import { nameOf } from './name-of.ts';
import { ListItem } from './ListItem.tsx';
import { newEntity, NameFields, EntityList, type SectionProps } from './section-parts.tsx';

type Challenge = ProgramDocument['challenges'][number];
type Streak = ProgramDocument['streaks'][number];
type Badge = ProgramDocument['badges'][number];

/** What shoppers can reach, collect and be surprised with. */
export const GoalsTab = (of: SectionProps): JSX.Element => (
  <>
    <EntityList {...of} list="challenges" icon={Flag} make={newChallenge} Item={ChallengeItem} />
    <EntityList {...of} list="streaks" icon={Flame} make={newStreak} Item={StreakItem} />
    <EntityList {...of} list="badges" icon={Medal} make={newBadge} Item={BadgeItem} />
    <GiftsSection {...of} />
  </>
);

function newChallenge(document: ProgramDocument): Challenge {
  return {
    ...newEntity(document, 'challenges'),
    enabled: false,
    metric: 'orders',
    scope: {},
    target: 3,
    period: 'month',
    from: null,
    until: null,
    repeats: 1,
    points: 100,
    expiry: null,
    badgeId: null,
  };
}

function ChallengeItem(props: SectionProps & { of: Challenge }): JSX.Element {
  const { editor, document, of } = props;
  const w = messages().programFields;
  const path = ['challenges', of.id];
  const name = nameOf(of.name, of.id);
  const acts = document.earning.filter(({ on }) => !['order', 'signup', 'referral'].includes(on));
  const isMoney = of.metric === 'spend';
  return (
    <ListItem
      editor={editor}
      path={path}
      name={name}
      more={
        <>
          <OwnExpiryAt editor={editor} path={path} />
          <InstantAt editor={editor} path={[...path, 'from']} label={w.from} optional="null" />
          <InstantAt editor={editor} path={[...path, 'until']} label={w.until} optional="null" />
          <AudienceAt editor={editor} document={document} path={path} />
          {of.metric === 'items' && <ScopeAt editor={editor} path={path} />}
        </>
      }
    >
      <NameFields editor={editor} path={path} />
      <SelectAt
        editor={editor}
        path={[...path, 'metric']}
        label={w.metric}
        options={w.metrics}
        onChosen={(metric) => {
          const ruleId = metric === 'acts' ? acts[0]?.id : undefined;
          const { ruleId: _, ...rest } = of;
          editor.set(path, { ...rest, metric, ...(ruleId !== undefined && { ruleId }) });
        }}
      />
      {of.metric === 'acts' && (
        <SelectAt
          editor={editor}
          path={[...path, 'ruleId']}
          label={w.act}
          options={Object.fromEntries(
            acts.map((rule) => [rule.id, nameOf(rule.name, ruleName(rule.on))]),
          )}
        />
      )}
      <NumberAt
        editor={editor}
        path={[...path, 'target']}
        label={isMoney ? `${w.target} (${document.currency})` : w.target}
        scale={isMoney ? minorUnitsOf(document.currency) : 1}
      />
      <SelectAt editor={editor} path={[...path, 'period']} label={w.period} options={w.periods} />
      <NumberAt editor={editor} path={[...path, 'repeats']} label={w.repeats} />
      <NumberAt editor={editor} path={[...path, 'points']} label={w.points} />
      <BadgeAt editor={editor} document={document} path={path} />
      <PictureAt editor={editor} document={document} path={path} name={name} form="round" />
    </ListItem>
  );
}

function newStreak(document: ProgramDocument): Streak {
  return {
    ...newEntity(document, 'streaks'),
    enabled: false,
    every: 'month',
    length: 3,
    points: 200,
    expiry: null,
    badgeId: null,
  };
}

function StreakItem(props: SectionProps & { of: Streak }): JSX.Element {
  const { editor, document, of } = props;
  const w = messages().programFields;
  const path = ['streaks', of.id];
  const name = nameOf(of.name, of.id);
  return (
    <ListItem editor={editor} path={path} name={name}>
      <NameFields editor={editor} path={path} />
      <SelectAt editor={editor} path={[...path, 'every']} label={w.every} options={w.everies} />
      <NumberAt editor={editor} path={[...path, 'length']} label={w.length} />
      <NumberAt editor={editor} path={[...path, 'points']} label={w.points} />
      <BadgeAt editor={editor} document={document} path={path} />
      <OwnExpiryAt editor={editor} path={path} />
      <PictureAt editor={editor} document={document} path={path} name={name} form="round" />
    </ListItem>
  );
}

function newBadge(document: ProgramDocument): Badge {
  return newEntity(document, 'badges');
}

function BadgeItem({ editor, document, of }: SectionProps & { of: Badge }): JSX.Element {
  const path = ['badges', of.id];
  const name = nameOf(of.name, of.id);
  return (
    <ListItem editor={editor} path={path} name={name} hasSwitch={false}>
      <NameFields editor={editor} path={path} />
      {Object.entries(shopLanguages()).map(([tag, language]) => (
        <TextAt
          key={tag}
          editor={editor}
          path={[...path, 'description', tag]}
          label={messages().programFields.description(language)}
        />
      ))}
      <PictureAt editor={editor} document={document} path={path} name={name} form="round" />
    </ListItem>
  );
}
