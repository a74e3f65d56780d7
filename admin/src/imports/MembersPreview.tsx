import type { JSX } from 'preact';
import type { BalancePreview } from '@okaeri/shared/balance-imports';
import { language, messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { SelectField } from '../ui/Field.tsx';
import { FaultList } from '../app/FaultList.tsx';
import { ImportButton, ColumnFields } from '../app/ImportParts.tsx';
import { WritingFields } from '../app/WritingFields.tsx';
import type { Writing } from '../app/file-import.ts';
import { fieldsOf, type Members } from './members-model.ts';

const FORMATS = {
  smile: 'Smile',
  loyaltyLion: 'LoyaltyLion',
  yotpo: 'Yotpo',
  rivo: 'Rivo',
  easyPoints: 'easyPoints',
} as const;

/** What would come of a file, and how it is read. */
export const MembersPreview = ({ model }: { model: Members }): JSX.Element | null => {
  const of = model.preview.value;
  const { imports, memberImports: w } = messages();
  if (of === null) return null;
  const format = of.format === 'csv' ? w.csv : FORMATS[of.format];
  return (
    <section aria-label={imports.preview}>
      <p>
        <strong>{w.ready(of.ready, of.rows)}</strong>{' '}
        <span class="quiet">{w.read(format, of.encoding)}</span>
      </p>
      <dl class="facts-list">
        <dt>{w.points}</dt>
        <dd>{formatCount(of.points)}</dd>
        <dt>{w.newShoppers}</dt>
        <dd>{formatCount(of.newShoppers)}</dd>
      </dl>
      <WritingFields
        asked={writingOf(of, model)}
        said={{ ...model.options.value, dateOrder: of.dateOrder, decimalMark: of.decimalMark }}
        onWriting={model.setWriting}
      />
      <Tiers model={model} of={of} />
      <ColumnFields
        fields={fieldsOf(model.kind.value)}
        names={w.fields}
        columns={of.columns}
        unused={of.unused}
        onColumn={model.setColumn}
      />
      <FaultList faults={of.faults} codes={w.faultCodes} />
      <h3>{imports.sample}</h3>
      <Sample model={model} of={of} />
      <ImportButton ready={of.ready} isSending={model.isSending.value} onBring={model.bring}>
        {w.bring(of.ready)}
      </ImportButton>
    </section>
  );
};

/** What may be said of how a file is written: what was said, and what it leaves open. */
function writingOf(of: BalancePreview, model: Members): readonly Writing[] {
  const { date, birthday } = of.columns;
  const isOpen = of.faults.some(
    ({ code }) => code === 'pointsAmbiguous' || code === 'lifetimeAmbiguous',
  );
  return [
    ...(model.options.value.encoding === undefined ? [] : (['encoding'] as const)),
    ...(date !== undefined || birthday !== undefined ? (['dateOrder'] as const) : []),
    ...(isOpen || of.decimalMark !== null ? (['decimalMark'] as const) : []),
  ];
}

function Tiers({ model, of }: { model: Members; of: BalancePreview }): JSX.Element | null {
  const w = messages().memberImports;
  const called = Object.keys(of.tiers);
  const tiers = model.program.value.value?.tiers ?? [];
  if (called.length === 0 || tiers.length === 0) return null;
  const names = tiers.map(
    ({ id, name }) => [id, name['en'] ?? Object.values(name)[0] ?? id] as const,
  );
  const options = { '': w.noTier, ...Object.fromEntries(names) };
  return (
    <>
      <h3>{w.tiers}</h3>
      <p class="quiet">{w.tiersText}</p>
      <div class="grid">
        {called.map((name) => (
          <SelectField
            key={name}
            label={name}
            value={of.tiers[name] ?? ''}
            options={options}
            onValue={(tierId) => model.setTier(name, tierId)}
          />
        ))}
      </div>
    </>
  );
}

function Sample({ model, of }: { model: Members; of: BalancePreview }): JSX.Element {
  const w = messages().memberImports;
  const tiers = model.program.value.value?.tiers ?? [];
  /** What their tier is called here; where the programme has no such one, nothing. */
  const tierOf = (called: string | null): string | undefined => {
    const meant = called === null ? null : of.tiers[called];
    const name = tiers.find(({ id }) => id === meant)?.name;
    return name?.[language.value] ?? name?.['en'] ?? meant ?? undefined;
  };
  return (
    <ul class="rows">
      {of.sample.map((change) => (
        <li key={change.line}>
          <div class="grow">
            <strong>{change.name ?? change.email ?? change.shopperId}</strong>{' '}
            {change.isNew && <span class="badge">{w.isNew}</span>}
            <p class="quiet small">
              {[
                change.name === null ? null : change.email,
                change.name === null && change.email === null ? null : change.shopperId,
                tierOf(change.tier),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
          <span>{w.change(formatCount(change.before), formatCount(change.after))}</span>
        </li>
      ))}
    </ul>
  );
}
