import type { JSX } from 'preact';
import { messages } from '../i18n/messages.ts';
import { ColumnFields } from './ImportParts.tsx';

/** Where the names of a file's columns do not say enough: somebody says which is what. */
export const UnreadColumns = <Field extends string>(props: {
  /** The file's columns; none where it is read, or cannot be at all. */
  headers: readonly string[];
  fields: readonly Field[];
  names: Readonly<Record<Field, string>>;
  columns: Readonly<Partial<Record<Field, string>>>;
  onColumn: (field: Field, column: string) => void;
}): JSX.Element | null => {
  const { headers, columns, ...rest } = props;
  if (headers.length === 0) return null;
  const said = new Set(Object.values<string | undefined>(columns));
  const unused = headers.filter((header) => !said.has(header));
  return (
    <section>
      <p class="note warn">{messages().imports.sayColumns}</p>
      <ColumnFields {...rest} columns={columns} unused={unused} isOpen />
    </section>
  );
};
