import type { Stage } from '@okaeri/shared/segments';
import { shopPath } from '../app/session.ts';

/** What a list of shoppers is narrowed to. */
export interface ListFilter {
  readonly search?: string;
  readonly status?: (typeof STATUSES)[number];
  readonly stage?: Stage;
  readonly segment?: string;
  readonly tag?: string;
}

const STATUSES = ['member', 'guest', 'blocked'] as const;
export const STAGES: readonly Stage[] = [
  'consideration',
  'onboarding',
  'postPurchase',
  'loyal',
  'advocacy',
  'lapsed',
];

/** What an address asks for: a search, and one filter at most. */
export const filterOf = (query: Readonly<Record<string, string>>): ListFilter => {
  const text = query['search'] ?? '';
  const search = text === '' ? {} : { search: text };
  const status = STATUSES.find((one) => one === query['status']);
  const stage = STAGES.find((one) => one === query['stage']);
  const { segment, tag } = query;
  if (status !== undefined) return { ...search, status };
  if (stage !== undefined) return { ...search, stage };
  if (segment !== undefined) return { ...search, segment };
  return tag === undefined ? search : { ...search, tag };
};

/** The address of a list that is narrowed so. */
export const filterAddress = (asked: ListFilter): string => {
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ).toString();
  return shopPath(`/shoppers${query === '' ? '' : `?${query}`}`);
};

/** Whether a filter leaves somebody out. */
export const isNarrowed = (asked: ListFilter): boolean =>
  Object.keys(asked).some((name) => name !== 'search');
