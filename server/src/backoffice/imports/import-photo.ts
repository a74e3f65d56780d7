import { LIMITS } from '@okaeri/shared/limits';
import type { Deps } from '../../deps.ts';
import { OutsideRefusedError } from '../../platform/lib/fetch-outside.ts';
import type { Delivery } from '../../platform/outbox/deliver-due.ts';
import { placePhoto } from '../../content/reviews/place-photo.ts';
import type { OutboxPayload } from '../../platform/outbox/payloads.ts';
import type { OutboxRow } from '../../platform/outbox/tables.ts';

/**
 * Fetches a photo of an imported review from where it was, and cleans it as all others. It
 * is tried again while its server does not answer; what is no photo never comes.
 */
export const importPhoto = async (
  deps: Deps,
  row: OutboxRow,
  { reviewId, url, position }: OutboxPayload<'importedPhoto'>,
): Promise<Delivery> => {
  try {
    const bytes = await deps.fetchOutside(url, { bytesMax: LIMITS.photoBytesMax });
    const placed = await placePhoto(deps, { shopId: row.shopId, reviewId, position, bytes });
    if (!('refused' in placed)) return { kind: 'sent' };
    if (placed.refused.code === 'busy') throw new Error(placed.refused.detail);
    return { kind: 'failed', why: placed.refused.detail };
  } catch (error) {
    if (error instanceof OutsideRefusedError) return { kind: 'failed', why: error.message };
    throw error;
  }
};
