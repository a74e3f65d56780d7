import type { JSX } from 'preact';
import type { TouchLine } from '@okaeri/shared/affairs';
import { pathOf } from '@okaeri/shared/paths';
import { textFor } from '@okaeri/shared/text-for';
import { language, messages } from '../i18n/messages.ts';
import { orderPage, shopPath } from './session.ts';
import { surveyNames, themeNames } from './subject-names.ts';

/** What a touch is about, by its name, and the way to it; it follows the time. */
export const TouchSubject = ({ of }: { of: TouchLine }): JSX.Element | null => {
  const said = subjectOf(of);
  return said && <> · {said}</>;
};

function subjectOf({ kind, subject }: TouchLine): JSX.Element | null {
  const w = messages().contacts.about;
  const [id = '', second = ''] = subject.split(' ');
  switch (kind) {
    case 'survey':
      return (
        <>
          <a href={shopPath(pathOf('surveys', id))}>{surveyNames()[id] ?? id}</a>
          {second !== '' && (
            <>
              {' '}
              · <Wave of={second} />
            </>
          )}
        </>
      );
    case 'reviewRequest':
      return <a href={orderPage(id)}>{w.order(id)}</a>;
    case 'caseReply':
    case 'caseFollowUp':
      return <a href={shopPath(pathOf('cases', id))}>{w.theCase}</a>;
    case 'themeDone':
      return <>{textFor(themeNames()[id] ?? {}, language.value) ?? id}</>;
    default:
      return null;
  }
}

/** A period of the calendar, or the order or case that was asked about. */
function Wave({ of }: { of: string }): JSX.Element {
  const w = messages().contacts.about;
  if (/^\d{4}([QH]\d|(-\d{2}){0,2})$/u.test(of))
    return <>{of.replace(/^(\d{4})([QH]\d)$/u, '$1 $2')}</>;
  return of.startsWith('cs_') ? (
    <a href={shopPath(pathOf('cases', of))}>{w.theCase}</a>
  ) : (
    <a href={orderPage(of)}>{w.order(of)}</a>
  );
}
