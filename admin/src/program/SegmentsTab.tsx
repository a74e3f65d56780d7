import type { JSX } from 'preact';
import { Group } from 'lucide';
import { differences } from '@okaeri/shared/document-difference';
import type { ProgramDocument } from '@okaeri/shared/program';
import { shopPath } from '../app/session.ts';
import { MoneyAt, NumberAt } from '../document/fields.tsx';
import { LinesAt } from '../document/LinesAt.tsx';
import { PicksAt } from '../document/PicksAt.tsx';
import { messages } from '../i18n/messages.ts';
import { nameOf } from './name-of.ts';
import { ListItem } from './ListItem.tsx';
import { newEntity, NameFields, EntityList, type SectionProps } from './section-parts.tsx';

type Segment = ProgramDocument['segments'][number];

/** Groups of shoppers, by rules that must all hold. */
export const SegmentsTab = (of: SectionProps): JSX.Element => {
  const { editor } = of;
  const w = messages().programFields;
  return (
    <>
      <EntityList {...of} list="segments" icon={Group} make={newSegment} Item={SegmentItem} />
      <section>
        <h2>{w.loop}</h2>
        <p class="quiet">{w.loopText}</p>
        <div class="grid wide">
          {(['onboardingDays', 'postPurchaseDays', 'loyalOrders', 'lapsedDays'] as const).map(
            (name) => (
              <NumberAt key={name} editor={editor} path={['loop', name]} label={w.loops[name]} />
            ),
          )}
        </div>
      </section>
    </>
  );
};

/** People who have come back, to begin with. */
function newSegment(document: ProgramDocument): Segment {
  return {
    ...newEntity(document, 'segments'),
    orders: { min: 2 },
  };
}

function SegmentItem({ editor, document, of }: SectionProps & { of: Segment }): JSX.Element {
  const w = messages();
  const path = ['segments', of.id];
  const ends = ['min', 'max'] as const;
  const { currency } = document;
  return (
    <ListItem editor={editor} path={path} name={nameOf(of.name, of.id)} hasSwitch={false}>
      <NameFields editor={editor} path={path} />
      {ends.map((end) => (
        <NumberAt
          key={end}
          editor={editor}
          path={[...path, 'orders', end]}
          label={w.programFields.orders[end]}
          optional="absent"
        />
      ))}
      {ends.map((end) => (
        <MoneyAt
          key={end}
          editor={editor}
          path={[...path, 'spendMinor', end]}
          label={w.programFields.spend[end](currency)}
          currency={currency}
          optional="absent"
        />
      ))}
      {ends.map((end) => (
        <NumberAt
          key={end}
          editor={editor}
          path={[...path, 'daysSinceOrder', end]}
          label={w.programFields.daysSince[end]}
          optional="absent"
        />
      ))}
      <PicksAt
        editor={editor}
        path={[...path, 'tierIds']}
        label={w.programFields.onlyTiers}
        options={document.tiers.map(({ id, name }) => ({ id, name: nameOf(name, id) }))}
      />
      <PicksAt
        editor={editor}
        path={[...path, 'stages']}
        label={w.programFields.onlyStages}
        options={Object.entries(w.stages).map(([id, name]) => ({ id, name }))}
      />
      <LinesAt
        editor={editor}
        path={[...path, 'tags']}
        label={w.programFields.anyTags}
        hint={w.programFields.perLine}
        optional="absent"
      />
      <ByFigures editor={editor} path={path} />
      <WhoIsIn editor={editor} of={of} />
    </ListItem>
  );
}

/** What goes by the shop's figures: groups of buyers, and how each of them usually buys. */
function ByFigures({
  editor,
  path,
}: Pick<SectionProps, 'editor'> & { path: readonly string[] }): JSX.Element {
  const { programFields: w, buyers } = messages();
  const picks = { rfmGroups: buyers.rfm, valueGroups: buyers.value } as const;
  return (
    <>
      <div class="by-figures">
        <h4>{w.figures}</h4>
        <p class="quiet small">{w.figuresText}</p>
      </div>
      {(['rfmGroups', 'valueGroups'] as const).map((name) => (
        <PicksAt
          key={name}
          editor={editor}
          path={[...path, name]}
          label={picks[name].label}
          options={Object.entries(picks[name].options).map(([id, text]) => ({ id, name: text }))}
        />
      ))}
      {(['againPercent', 'usualGapDays', 'overdueDays'] as const).flatMap((name) =>
        (['min', 'max'] as const).map((end) => (
          <NumberAt
            key={`${name} ${end}`}
            editor={editor}
            path={[...path, name, end]}
            label={w[name][end]}
            optional="absent"
          />
        )),
      )}
    </>
  );
}

/** Leads to the people who are in it, as it is published: a draft is not measured. */
function WhoIsIn({ editor, of }: { editor: SectionProps['editor']; of: Segment }): JSX.Element {
  const w = messages().programFields;
  const published = editor.published.value;
  const measured = published?.segments.find(({ id }) => id === of.id);
  if (published === undefined || measured === undefined)
    return <p class="quiet small">{w.measuredLater}</p>;
  return (
    <p>
      <a href={shopPath(`/shoppers?segment=${encodeURIComponent(of.id)}`)}>{w.whoIsIn}</a>{' '}
      {differences(measured, of).length > 0 && (
        <span class="quiet small">{w.measuredAs(published.version)}</span>
      )}
    </p>
  );
}
