import type { JSX } from 'preact';
import type { DocumentPath } from '@okaeri/shared/document-difference';
import { changeWords } from '../i18n/change-words.ts';
import type { ChangeWords } from '../i18n/changes/shape.ts';
import { Skeleton } from '../ui/states.tsx';
import { beginning, type Change } from './changes/change-rules.ts';
import './document.css';
import { showField } from './show-field.ts';

/** Where something is edited. */
export interface Place {
  readonly title: string;
  readonly href: string;
}

interface Props {
  /** Null until their words have come. */
  of: readonly Change[] | null;
  /** Where each is edited: they are grouped by it. */
  placeOf?: ((path: DocumentPath) => Place) | undefined;
  /** Each leads to its field; told when somebody follows it. */
  onFollow?: (() => void) | undefined;
}

const SIGNS = { added: '+', removed: '−', changed: '±' } as const;

/** What is different between two states of a document, in sentences. */
export const ChangeList = ({ of, placeOf, onFollow }: Props): JSX.Element => {
  const words = changeWords();
  if (of === null || words === null) return <Skeleton lines={3} />;
  const groups = groupsOf(of, placeOf);
  return (
    <div class="differences">
      {groups.map(({ title, href, changes }) => (
        <div key={title ?? ''}>
          {title !== undefined && <h4>{title}</h4>}
          <ul>
            {changes.map((one) => (
              <li key={one.path.join('/')}>
                <span class={`sign ${one.kind}`} role="img" aria-label={kindText(one, words)}>
                  {SIGNS[one.kind]}
                </span>
                {onFollow === undefined || href === undefined || one.kind === 'removed' ? (
                  <span>
                    <Sentence of={one} words={words} />
                  </span>
                ) : (
                  <a
                    href={href}
                    onClick={() => {
                      showField(one.path);
                      onFollow();
                    }}
                  >
                    <Sentence of={one} words={words} />
                  </a>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
};

/** The parts of `changeText`, each as what it is. */
function Sentence({ of, words }: { of: Change; words: ChangeWords }): JSX.Element {
  const { kind, subject, label, before, after } = of;
  const w = words.changes;
  if (kind === 'removed') return <del>{beginning(subject)}</del>;
  if (kind === 'added')
    return (
      <>
        <ins>{beginning(subject)}</ins>
        {after !== null && w.named('', after)}
      </>
    );
  const name = subject === '' ? beginning(label) : label;
  const what = label === '' ? '' : w.labelled(name, '');
  return (
    <>
      {subject !== '' && w.named(subject, '')}
      {before === null || after === null ? (
        w.changed(name)
      ) : (
        <>
          {what}
          <del>{before}</del> → <ins>{after}</ins>
        </>
      )}
    </>
  );
}

interface Group {
  readonly title?: string;
  readonly href?: string;
  readonly changes: Change[];
}

function groupsOf(changes: readonly Change[], placeOf: Props['placeOf']): readonly Group[] {
  if (placeOf === undefined) return [{ changes: [...changes] }];
  const groups = new Map<string, Group>();
  for (const one of changes) {
    const place = placeOf(one.path);
    const group = groups.get(place.href) ?? { ...place, changes: [] };
    group.changes.push(one);
    groups.set(place.href, group);
  }
  return [...groups.values()];
}

function kindText({ kind }: Change, { changes: w }: ChangeWords): string {
  return { added: w.added, removed: w.removed, changed: w.altered }[kind];
}
