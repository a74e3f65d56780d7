import type { InboxRow } from './tables.ts';

/** What came of a message. */
export interface HandledEvent {
  readonly state: Extract<InboxRow['state'], 'done' | 'ignored'>;
  readonly note: string | null;
}
