import type { JSX } from 'preact';
import { entriesOf } from '@okaeri/shared/records';
import { USUAL_PRIORITIES } from '@okaeri/shared/touch-priorities';
import { DocumentForm } from '../document/DocumentForm.tsx';
import { NumberAt } from '../document/fields.tsx';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { contactSource } from '../app/contact-settings.ts';
import './contacts.css';

/** Who gets the room that two want: the usual numbers, and the shop's own beside them. */
export const Priorities = (): JSX.Element => {
  const w = messages().contacts;
  return (
    <>
      <p class="quiet">{w.prioritiesText}</p>
      <DocumentForm source={contactSource} needs="run">
        {({ editor }) => (
          <div class="priorities">
            {entriesOf<keyof typeof USUAL_PRIORITIES, number>(USUAL_PRIORITIES).map(
              ([kind, usual]) => (
                <NumberAt
                  key={kind}
                  editor={editor}
                  path={['priorities', kind]}
                  label={w.kinds[kind]}
                  hint={w.usual(formatCount(usual))}
                  optional="absent"
                />
              ),
            )}
          </div>
        )}
      </DocumentForm>
    </>
  );
};
