import type { JSX } from 'preact';
import { Layers } from 'lucide';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { TierPolicy } from '@okaeri/shared/tiers';
import { shopLanguages } from '../app/shop-languages.ts';
import { NumberAt, SelectAt, TextAt } from '../document/fields.tsx';
import { LinesAt } from '../document/LinesAt.tsx';
import { messages } from '../i18n/messages.ts';
import { minorUnitsOf } from '@okaeri/shared/currencies';
import { monthName } from '../ui/pickers/MonthDayField.tsx';
import { PictureAt } from './PictureAt.tsx';
import { nameOf } from './name-of.ts';
import { ListItem } from './ListItem.tsx';
import { newEntity, NameFields, EntityList, type SectionProps } from './section-parts.tsx';

type Tier = ProgramDocument['tiers'][number];

/** What the ladder begins with: points of a year, and one step down at a time. */
const POLICY: TierPolicy = {
  metric: 'points',
  window: { kind: 'rolling', days: 365 },
  downgrade: 'oneStep',
  graceDays: 0,
};

const WINDOWS: Readonly<Record<TierPolicy['window']['kind'], TierPolicy['window']>> = {
  lifetime: { kind: 'lifetime' },
  rolling: { kind: 'rolling', days: 365 },
  calendar: { kind: 'calendar', months: 12, startMonth: 1 },
  anniversary: { kind: 'anniversary', months: 12 },
};

/** January to December, by their numbers. */
function monthNames(): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [String(i + 1), monthName(i + 1)]),
  );
}

type Perk = Tier['perks'][number];

/** The ladder, and how one goes up and down it. */
export const TiersTab = (of: SectionProps): JSX.Element => {
  const { editor, document } = of;
  return (
    <>
      <EntityList
        {...of}
        list="tiers"
        icon={Layers}
        make={newTier}
        Item={One}
        onAdd={(one) =>
          // A ladder needs to say how it is climbed.
          editor.put({
            ...document,
            tiers: [...document.tiers, one],
            tierPolicy: document.tierPolicy ?? POLICY,
          })
        }
      />
      {document.tiers.length > 0 && document.tierPolicy !== null && (
        <Policy editor={editor} policy={document.tierPolicy} />
      )}
    </>
  );
};

/** Everybody begins in the first; each above asks for twice as much. */
function newTier(document: ProgramDocument): Tier {
  const last = document.tiers.at(-1);
  const entry = last === undefined ? 0 : Math.max(1000, last.entry * 2);
  return {
    ...newEntity(document, 'tiers'),
    entry,
    multiplier: '1',
    perks: [],
    entryPoints: 0,
  };
}

function One({ editor, document, of }: SectionProps & { of: Tier }): JSX.Element {
  const w = messages();
  const path = ['tiers', of.id];
  const name = nameOf(of.name, of.id);
  const isMoney = document.tierPolicy?.metric === 'spend';
  const scale = isMoney ? minorUnitsOf(document.currency) : 1;
  const unit = isMoney ? ` (${document.currency})` : '';
  return (
    <ListItem editor={editor} path={path} name={name} hasSwitch={false}>
      <NameFields editor={editor} path={path} />
      <NumberAt
        editor={editor}
        path={[...path, 'entry']}
        scale={scale}
        label={`${w.program.entry}${unit}`}
      />
      <NumberAt
        editor={editor}
        path={[...path, 'keep']}
        scale={scale}
        label={`${w.programFields.keep}${unit}`}
        hint={w.programFields.keepText}
        optional="absent"
      />
      <TextAt editor={editor} path={[...path, 'multiplier']} label={w.program.multiplier} />
      <NumberAt
        editor={editor}
        path={[...path, 'entryPoints']}
        label={w.programFields.entryPoints}
      />
      <Perks editor={editor} path={[...path, 'perks']} of={of.perks} />
      <PictureAt editor={editor} document={document} path={path} name={name} form="round" />
    </ListItem>
  );
}

function Policy({
  editor,
  policy,
}: Pick<SectionProps, 'editor'> & { policy: TierPolicy }): JSX.Element {
  const w = messages().programFields;
  const at = ['tierPolicy'];
  const { kind } = policy.window;
  return (
    <section>
      <h2>{w.ladder}</h2>
      <div class="grid wide">
        <SelectAt
          editor={editor}
          path={[...at, 'metric']}
          label={w.counts}
          options={w.tierMetrics}
        />
        <SelectAt
          editor={editor}
          path={[...at, 'window', 'kind']}
          label={w.window}
          options={w.windows}
          onChosen={(chosen) => editor.set([...at, 'window'], WINDOWS[chosen])}
        />
        {kind === 'rolling' && (
          <NumberAt
            editor={editor}
            path={[...at, 'window', 'days']}
            label={messages().program.days}
          />
        )}
        {(kind === 'calendar' || kind === 'anniversary') && (
          <NumberAt editor={editor} path={[...at, 'window', 'months']} label={w.months} />
        )}
        {kind === 'calendar' && (
          <SelectAt
            editor={{ ...editor, at: (path) => String(editor.at(path)) }}
            path={[...at, 'window', 'startMonth']}
            label={w.startMonth}
            options={monthNames()}
            onChosen={(month) => editor.set([...at, 'window', 'startMonth'], Number(month))}
          />
        )}
        <SelectAt
          editor={editor}
          path={[...at, 'downgrade']}
          label={w.downgrade}
          options={w.downgrades}
        />
        <NumberAt editor={editor} path={[...at, 'graceDays']} label={w.graceDays} />
      </div>
    </section>
  );
}

/** What a tier comes with besides points: a line for each, in each language. */
function Perks(props: {
  editor: SectionProps['editor'];
  path: readonly string[];
  of: readonly Perk[];
}): JSX.Element {
  const { editor, path, of } = props;
  const w = messages().programFields;
  return (
    <>
      {Object.entries(shopLanguages()).map(([tag, name]) => (
        <LinesAt
          key={tag}
          editor={{
            ...editor,
            at: () => of.map((perk) => perk[tag] ?? ''),
            set: (at, lines) => editor.set(at, withLines(of, tag, lines as readonly string[])),
          }}
          path={path}
          label={w.perks(name)}
          hint={w.perLine}
        />
      ))}
    </>
  );
}

/** The lines of one language put into the list, by their places; a perk without a word is none. */
function withLines(perks: readonly Perk[], tag: string, lines: readonly string[]): Perk[] {
  return Array.from({ length: Math.max(perks.length, lines.length) }, (_, i) => {
    const { [tag]: _was, ...rest } = perks[i] ?? {};
    const line = lines[i] ?? '';
    return line === '' ? rest : { ...rest, [tag]: line };
  }).filter((perk) => Object.keys(perk).length > 0);
}
