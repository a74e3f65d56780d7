import type { JSX } from 'preact';
import { Plus, type IconNode } from 'lucide';
import type { ProgramDocument } from '@okaeri/shared/program';
import { TextAt } from '../document/fields.tsx';
import { showField } from '../document/show-field.ts';
import { shopLanguages } from '../app/shop-languages.ts';
import { language, messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/states.tsx';
import type { Editor } from './program-model.ts';

/** What every section of the draft is given. */
export interface SectionProps {
  editor: Editor;
  document: ProgramDocument;
}

/** The names of something, in the languages of the console. */
export const NameFields = ({
  editor,
  path,
}: {
  editor: Editor;
  path: readonly string[];
}): JSX.Element => (
  <>
    {Object.entries(shopLanguages()).map(([key, name]) => (
      <TextAt
        key={key}
        editor={editor}
        path={[...path, 'name', key]}
        label={messages().program.nameIn(name)}
      />
    ))}
  </>
);

/** The lists of a programme whose entries have a name. */
export type ListName =
  | 'campaigns'
  | 'tiers'
  | 'segments'
  | 'badges'
  | 'challenges'
  | 'streaks'
  | 'gifts';

type AnyList = ListName | 'earning' | 'rewards';

/** An id that nothing else in the list has. */
export const freshId = (document: ProgramDocument, list: AnyList): string => {
  const ids = new Set(document[list].map(({ id }) => id));
  let n = document[list].length + 1;
  while (ids.has(`${list}${n}`)) n += 1;
  return `${list}${n}`;
};

interface Entity {
  readonly id: string;
  readonly name: Record<string, string>;
}

/** What an entry begins with: a fresh id, and a name in the language of the console with the id's number. */
export const namedEntity = (document: ProgramDocument, list: AnyList, word: string): Entity => {
  const id = freshId(document, list);
  return { id, name: { [language.value]: `${word} ${id.slice(list.length)}` } };
};

/** The same for an entry of a list, which is called as the list calls it. */
export const newEntity = (document: ProgramDocument, list: ListName): Entity =>
  namedEntity(document, list, messages().programLists[list].one);

interface EntityListProps<Name extends ListName> extends SectionProps {
  list: Name;
  icon: IconNode;
  /** What the button adds. */
  make: (document: ProgramDocument) => ProgramDocument[Name][number];
  /** Adds it, where it takes more than putting it into the list. */
  onAdd?: (one: ProgramDocument[Name][number]) => void;
  Item: (props: SectionProps & { of: ProgramDocument[Name][number] }) => JSX.Element;
}

/** A list of entries, what it is for while it is empty, and the button that adds one. */
export const EntityList = <Name extends ListName>(props: EntityListProps<Name>): JSX.Element => {
  const { editor, document, list, icon, make, onAdd, Item } = props;
  const w = messages().programLists[list];
  // The type of the entries follows from the name of the list.
  const items = document[list] as readonly ProgramDocument[Name][number][];
  const add = (): void => {
    const one = make(document);
    if (onAdd === undefined) editor.set([list, one.id], one);
    else onAdd(one);
    showField([list, one.id]);
  };
  const button = (
    <Button icon={Plus} onClick={add}>
      {w.add}
    </Button>
  );
  return (
    <section>
      <div class="row between">
        <h2>{w.title}</h2>
        {items.length > 0 && button}
      </div>
      {items.length === 0 ? (
        <Empty icon={icon} title={w.empty}>
          {button}
        </Empty>
      ) : (
        <ul class="entities">
          {items.map((one) => (
            <Item key={one.id} editor={editor} document={document} of={one} />
          ))}
        </ul>
      )}
    </section>
  );
};
