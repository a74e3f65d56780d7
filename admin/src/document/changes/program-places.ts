import type { DocumentPath } from '@okaeri/shared/document-difference';
import { shopPath } from '../../app/session.ts';
import { messages } from '../../i18n/messages.ts';
import type { Place } from '../ChangeList.tsx';
import { PART_OF, type ProgramPart } from './program-change-rules.ts';

/** The page a place of the program is edited on. */
export const partOf = (path: DocumentPath): ProgramPart =>
  PART_OF[path[0] as keyof typeof PART_OF] ?? 'draft';

export const addressOfPart = (part: string): string =>
  shopPath(part === 'draft' ? '/program' : `/program/${part}`);

/** Where a change of the program is edited, and what that page is called. */
export const programPlace = (path: DocumentPath): Place => {
  const part = partOf(path);
  return { title: messages().program.tabs[part], href: addressOfPart(part) };
};
