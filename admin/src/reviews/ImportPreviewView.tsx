import type { JSX } from 'preact';
import { importFields } from './import-fields.ts';
import type { ImportFault, ImportPreview } from '@okaeri/shared/imports';
import { words } from '../i18n/words.ts';
import { formatCount, formatDay } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField, TextField } from '../ui/Field.tsx';
import type { Imports } from './imports-model.ts';

/** Lines that cannot come, and why. */
export const FaultList = ({ faults }: { faults: readonly ImportFault[] }): JSX.Element | null => {
  const w = words().reviewImports;
  if (faults.length === 0) return null;
  return (
    <details>
      <summary>{w.faults(faults.length)}</summary>
      <ul class="plain-list">
        {faults.map((fault, i) => (
          <li key={i}>
            <strong>{w.line(fault.line)}</strong> {w.faultCodes[fault.code]}{' '}
            <span class="quiet small">{fault.detail}</span>
          </li>
        ))}
      </ul>
    </details>
  );
};

const Columns = ({ model, of }: { model: Imports; of: ImportPreview }): JSX.Element => {
  const w = words().reviewImports;
  const headers = [...Object.values(of.columns), ...of.unused].toSorted();
  const options = Object.fromEntries([['', w.noColumn], ...headers.map((name) => [name, name])]);
  return (
    <details>
      <summary>{w.columns(Object.keys(of.columns).length, headers.length)}</summary>
      <div class="grid">
        {importFields.map((field) => (
          <SelectField
            key={field}
            label={w.fields[field]}
            value={of.columns[field] ?? ''}
            options={options}
            onValue={(column) => model.setColumn(field, column)}
          />
        ))}
      </div>
    </details>
  );
};

const Sample = ({ of }: { of: ImportPreview }): JSX.Element => (
  <ul class="rows timeline">
    {of.sample.map((review) => (
      <li key={review.line}>
        <div class="grow">
          <strong>{review.title ?? review.productId}</strong> ★ {review.rating}
          <p class="said">{review.body}</p>
          <p class="quiet small">
            {review.name} · {formatDay(review.createdAt)} · {review.productId}
          </p>
        </div>
      </li>
    ))}
  </ul>
);

/** What would come of a file, and how it is read. */
export const ImportPreviewView = ({ model }: { model: Imports }): JSX.Element | null => {
  const of = model.preview.value;
  const w = words().reviewImports;
  if (of === null) return null;
  return (
    <section aria-label={w.preview}>
      <p>
        <strong>{w.ready(of.ready, of.rows)}</strong>{' '}
        <span class="quiet">
          {w.read({ format: w.formats[of.format], encoding: of.encoding, photos: of.photos })}
        </span>
      </p>
      <div class="grid">
        <TextField
          label={w.source}
          hint={w.sourceText}
          value={model.options.value.source ?? ''}
          onValue={(source) => {
            const { source: _, ...rest } = model.options.value;
            model.options.value = source === '' ? rest : { ...rest, source };
          }}
        />
        {of.dateOrder !== null && (
          <SelectField
            label={w.dateOrder}
            value={of.dateOrder}
            options={w.dateOrders}
            onValue={(dateOrder) => model.change({ dateOrder })}
          />
        )}
      </div>
      <Columns model={model} of={of} />
      <FaultList faults={of.faults} />
      <h3>{w.sample}</h3>
      <Sample of={of} />
      <div class="row">
        <Button
          kind="primary"
          busy={model.isSending.value}
          blocked={of.ready === 0 ? w.nothingReady : false}
          onClick={() => void model.bring()}
        >
          {w.bring(formatCount(of.ready))}
        </Button>
      </div>
    </section>
  );
};
