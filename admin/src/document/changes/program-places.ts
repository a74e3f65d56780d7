import type { DocumentPath } from '@okaeri/shared/document-difference';
import type { ProgramDocument } from '@okaeri/shared/program';
import { shopPath } from '../../app/session.ts';
import { messages } from '../../i18n/messages.ts';
import type { Place } from '../ChangeList.tsx';

/** The parts of the program that are pages of their own. */
type ProgramPart = 'draft' | 'earning' | 'rewards' | 'tiers' | 'campaigns' | 'segments' | 'goals';

/** Where each field of the document is edited. */
const PART_OF: Readonly<Record<keyof ProgramDocument, ProgramPart>> = {
  name: 'draft',
  pointsName: 'draft',
  timeZone: 'draft',
  currency: 'draft',
  pointValueMinor: 'draft',
  enrolment: 'draft',
  expiry: 'draft',
  refunds: 'draft',
  noticeDays: 'draft',
  rates: 'draft',
  earning: 'earning',
  rewards: 'rewards',
  tiers: 'tiers',
  tierPolicy: 'tiers',
  campaigns: 'campaigns',
  campaignStacking: 'campaigns',
  segments: 'segments',
  loop: 'segments',
  badges: 'goals',
  challenges: 'goals',
  streaks: 'goals',
  gifts: 'goals',
};

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
