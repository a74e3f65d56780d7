import type { JSX } from 'preact';
import { messages } from '../i18n/messages.ts';
import { pathText } from './DifferenceList.tsx';
import type { DocumentEditor } from './document-editor.ts';

/** What the server found wrong when the document was to be saved, by the names of its things. */
export const Faults = <Document,>({
  editor,
}: {
  editor: DocumentEditor<Document>;
}): JSX.Element | null => {
  const faults = editor.faults.value;
  if (faults.length === 0) return null;
  const keys = (path: string): string[] => path.split(/[.[\]]+/).filter((key) => key !== '');
  return (
    <div class="note failed" role="alert">
      <div>
        <strong>{messages().document.faults(faults.length)}</strong>
        <ul>
          {faults.map(({ path, message }) => (
            <li key={path}>
              {pathText(keys(path), [editor.document.value])}: {message}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
};
