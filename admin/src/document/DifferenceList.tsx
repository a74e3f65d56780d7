import type { JSX } from 'preact';
import { valueAt, type Difference, type DocumentPath } from '@okaeri/shared/document-difference';
import { language, messages } from '../i18n/messages.ts';
import { keyText, thingName, valueText, type Reading } from './value-words.ts';

/** `Rewards › $5 off › cost › fixed`: keys by their words, things by their names. */
export const pathText = (path: DocumentPath, documents: readonly unknown[]): string => {
  const as = reading();
  const parts = path.map((key, i) => {
    const here = path.slice(0, i + 1);
    const name = documents.map((one) => thingName(valueAt(one, here), as)).find(Boolean);
    return name ?? keyText(key, as);
  });
  return parts.join(' › ');
};

/** Differences in words, each with what was and what is. */
export const DifferenceList = (props: {
  of: readonly Difference[];
  /** Where things are looked up by their ids, for their names. */
  documents: readonly unknown[];
}): JSX.Element => (
  <ul class="differences">
    {props.of.map((one) => (
      <Row key={one.path.join('/')} of={one} documents={props.documents} />
    ))}
  </ul>
);

function reading(): Reading {
  return { words: messages(), language: language.value };
}

function Row(props: { of: Difference; documents: readonly unknown[] }): JSX.Element {
  const { path, before, after } = props.of;
  const w = messages().document;
  const as = reading();
  return (
    <li>
      <span class="where quiet small">{pathText(path, props.documents)}</span>
      <p>
        {before === undefined ? (
          <>
            <span class="badge good">{w.added}</span> <ins>{valueText(after, path, as)}</ins>
          </>
        ) : after === undefined ? (
          <>
            <span class="badge warn">{w.removed}</span> <del>{valueText(before, path, as)}</del>
          </>
        ) : (
          <>
            <del>{valueText(before, path, as)}</del> → <ins>{valueText(after, path, as)}</ins>
          </>
        )}
      </p>
    </li>
  );
}
