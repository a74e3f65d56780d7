import type { JSX } from 'preact';
import { valueAt, type Difference, type DocumentPath } from '@okaeri/shared/document-difference';
import { language, messages } from '../i18n/messages.ts';

const isLabel = (key: string, labels: Readonly<Record<string, string>>): boolean => key in labels;

const nameIn = (thing: unknown): string | undefined => {
  if (typeof thing !== 'object' || thing === null || !('name' in thing)) return undefined;
  const { name } = thing;
  if (typeof name !== 'object' || name === null) return undefined;
  const texts = name as Readonly<Record<string, string>>;
  return texts[language.value] ?? texts['en'] ?? Object.values(texts)[0];
};

/** `Rewards › $5 off › cost › fixed`: keys by their words, things by their names. */
export const pathText = (path: DocumentPath, documents: readonly unknown[]): string => {
  const labels: Readonly<Record<string, string>> = messages().paths;
  const parts = path.map((key, i) => {
    const here = path.slice(0, i + 1);
    const name = documents.map((one) => nameIn(valueAt(one, here))).find(Boolean);
    return name ?? (isLabel(key, labels) ? labels[key] : key);
  });
  return parts.join(' › ');
};

const valueText = (value: unknown): string => {
  const w = messages();
  if (value === undefined) return '–';
  if (typeof value === 'boolean') return value ? w.app.yes : w.app.no;
  return typeof value === 'string' ? value : (nameIn(value) ?? JSON.stringify(value));
};

const Row = (props: { of: Difference; documents: readonly unknown[] }): JSX.Element => {
  const { path, before, after } = props.of;
  const w = messages().document;
  return (
    <li>
      <span class="quiet small">{pathText(path, props.documents)}</span>
      <p>
        {before === undefined ? (
          <>
            <span class="badge good">{w.added}</span> <ins>{valueText(after)}</ins>
          </>
        ) : after === undefined ? (
          <>
            <span class="badge warn">{w.removed}</span> <del>{valueText(before)}</del>
          </>
        ) : (
          <>
            <del>{valueText(before)}</del> → <ins>{valueText(after)}</ins>
          </>
        )}
      </p>
    </li>
  );
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
