import type { JSX } from 'preact';
import type { ImportPreview } from '@okaeri/shared/imports';
import { messages } from '../i18n/messages.ts';
import { FaultList } from '../app/FaultList.tsx';
import { ImportButton, ColumnFields } from '../app/ImportParts.tsx';
import { formatCount, formatDay } from '../lib/format.ts';
import { WritingFields } from '../app/WritingFields.tsx';
import type { Writing } from '../app/file-import.ts';
import { TextField } from '../ui/Field.tsx';
import { importFields } from './import-fields.ts';
import type { Imports } from './imports-model.ts';

/** What would come of a file, and how it is read. */
export const ImportPreviewView = ({ model }: { model: Imports }): JSX.Element | null => {
  const of = model.preview.value;
  const { imports, reviewImports: w } = messages();
  if (of === null) return null;
  return (
    <section aria-label={imports.preview}>
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
      </div>
      <WritingFields
        asked={writingOf(of, model)}
        said={{ ...model.options.value, dateOrder: of.dateOrder }}
        onWriting={model.setWriting}
      />
      <ColumnFields
        fields={importFields}
        names={w.fields}
        columns={of.columns}
        unused={of.unused}
        onColumn={model.setColumn}
      />
      <FaultList faults={of.faults} codes={w.faultCodes} />
      <h3>{imports.sample}</h3>
      <Sample of={of} />
      <ImportButton ready={of.ready} isSending={model.isSending.value} onBring={model.bring}>
        {w.bring(formatCount(of.ready))}
      </ImportButton>
    </section>
  );
};

/** What may be said of how a file is written: what was said, and what it leaves open. */
function writingOf(of: ImportPreview, model: Imports): readonly Writing[] {
  return [
    ...(model.options.value.encoding === undefined ? [] : (['encoding'] as const)),
    ...(of.dateOrder !== null || of.faults.some(({ code }) => code === 'dateAmbiguous')
      ? (['dateOrder'] as const)
      : []),
  ];
}

function Sample({ of }: { of: ImportPreview }): JSX.Element {
  return (
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
}
