import type { JSX } from 'preact';
import type { DocumentPath } from '@okaeri/shared/document-difference';
import { fieldFaultText } from '../i18n/fault-text.ts';
import { messages } from '../i18n/messages.ts';
import type { Place } from './ChangeList.tsx';
import { beginning } from './changes/change-rules.ts';
import { documentPath } from './changes/fault-path-rules.ts';
import { fieldNameIn } from './changes/reader.ts';
import type { DocumentEditor } from './document-editor.ts';
import { showField } from './show-field.ts';

/** What the server found wrong when the document was to be saved: each leads to its field. */
export const Faults = <Document,>(props: {
  editor: DocumentEditor<Document>;
  /** The page a field stands on, where the document has several. */
  placeOf?: (path: DocumentPath) => Place;
}): JSX.Element | null => {
  const { editor, placeOf } = props;
  const faults = editor.faults.value;
  const document = editor.document.value;
  if (faults.length === 0 || document === null) return null;
  return (
    <div class="note failed" role="alert">
      <div>
        <strong>{messages().document.faults(faults.length)}</strong>
        <ul>
          {faults.map((fault) => {
            const path = documentPath(fault.path, document);
            const name = beginning(fieldNameIn(editor.source.words, path, document));
            return (
              <li key={fault.path}>
                <FieldLink path={path} href={placeOf?.(path).href}>
                  {name}
                </FieldLink>{' '}
                {fieldFaultText(fault)}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
};

/** Leads to a field: on its page, where that is another. */
function FieldLink(props: {
  path: DocumentPath;
  href: string | undefined;
  children: string;
}): JSX.Element {
  const { path, href, children } = props;
  const show = (): void => showField(path);
  return href === undefined ? (
    <button type="button" class="link" onClick={show}>
      {children}
    </button>
  ) : (
    <a href={href} onClick={show}>
      {children}
    </a>
  );
}
