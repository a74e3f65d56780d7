import type { JSX } from 'preact';
import type { ProgramDocument } from '@okaeri/shared/program';
import { LANGUAGES, language, words } from '../i18n/words.ts';
import { TextAt } from '../document/fields.tsx';
import type { Editor } from './program-model.ts';

/** What every section of the draft is given. */
export interface SectionProps {
  editor: Editor;
  document: ProgramDocument;
}

/** What something is called, in the console's language where it has that. */
export const nameOf = (texts: Readonly<Record<string, string>> | undefined, id: string): string =>
  texts?.[language.value] ?? texts?.['en'] ?? id;

/** The names of something, in the languages of the console. */
export const NameFields = ({
  editor,
  path,
}: {
  editor: Editor;
  path: readonly string[];
}): JSX.Element => (
  <>
    {Object.entries(LANGUAGES).map(([key, name]) => (
      <TextAt
        key={key}
        editor={editor}
        path={[...path, 'name', key]}
        label={words().program.nameIn(name)}
      />
    ))}
  </>
);
