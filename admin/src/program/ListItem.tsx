import { useRef } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';
import { programWords } from '../document/changes/document-words.ts';
import { detailsIn } from '../document/changes/reader.ts';
import { CheckAt } from '../document/fields.tsx';
import { closeItem, isItemOpen, openItem } from '../document/open-items.ts';
import { placeOf } from '../document/show-field.ts';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { entryState, faultsAt, type Editor } from './program-model.ts';

interface Props {
  editor: Editor;
  path: readonly string[];
  name: string;
  badge?: string;
  hasSwitch?: boolean;
  /** What is rarely asked for, one tap away. */
  more?: ComponentChildren;
  children: ComponentChildren;
}

/** One entry of a list: its switch, its name and what it says in a sentence; its fields once they are asked for. */
export const ListItem = (props: Props): JSX.Element => {
  const { path, more, children } = props;
  const isOpen = isItemOpen(path);
  return (
    <li class={isOpen ? 'entity open' : 'entity'} data-place={placeOf(path)}>
      <Head {...props} isOpen={isOpen} />
      {isOpen && <div class="grid">{children}</div>}
      {isOpen && more !== undefined && (
        <details>
          <summary>{messages().programFields.more}</summary>
          <div class="grid">{more}</div>
        </details>
      )}
    </li>
  );
};

function Head(props: Props & { isOpen: boolean }): JSX.Element {
  const { editor, path, name, hasSwitch = true, isOpen } = props;
  const document = editor.document.value;
  const toggle = useRef<HTMLSpanElement>(null);
  const w = messages().program;
  // What was pressed makes room for its counterpart, and the focus goes there.
  const turn = (act: (at: readonly string[]) => void) => (): void => {
    act(path);
    requestAnimationFrame(() => toggle.current?.querySelector('button')?.focus());
  };
  const details = isOpen || document === null ? '' : detailsIn(programWords, path, document);
  return (
    <div class="entity-head">
      <div class="grow">
        {hasSwitch ? (
          <CheckAt editor={editor} path={[...path, 'enabled']} label={<Title {...props} />} />
        ) : (
          <p>
            <Title {...props} />
          </p>
        )}
        {details !== '' && (
          <p class={hasSwitch ? 'entity-text after-switch' : 'entity-text'}>{details}</p>
        )}
      </div>
      {isOpen && (
        <Button
          kind="quiet"
          aria-label={w.remove(name)}
          onClick={() => editor.set(path, undefined)}
        >
          {w.removeShort}
        </Button>
      )}
      <span ref={toggle}>
        {isOpen ? (
          <Button aria-label={w.doneWith(name)} aria-expanded="true" onClick={turn(closeItem)}>
            {w.done}
          </Button>
        ) : (
          <Button aria-label={w.edit(name)} aria-expanded="false" onClick={turn(openItem)}>
            {w.editShort}
          </Button>
        )}
      </span>
    </div>
  );
}

function Title({ editor, path, name, badge }: Props): JSX.Element {
  const state = entryState(editor, path);
  const faults = faultsAt(editor, path);
  const w = messages();
  return (
    <>
      <strong>{name}</strong> {badge !== undefined && <span class="badge">{badge}</span>}{' '}
      {state === 'added' && <span class="badge good">{w.program.isNew}</span>}
      {state === 'changed' && <span class="badge warn">{w.program.isChanged}</span>}
      {faults > 0 && <span class="badge bad">{w.document.faults(faults)}</span>}
    </>
  );
}
