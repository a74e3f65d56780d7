import type { Refusal } from '@okaeri/shared/errors';
import type { ProgramDocument } from '@okaeri/shared/program';

/** Why a shopper can redeem nothing at all, where they cannot. */
export const refusedFor = (
  shopper: { status: string; erasedAt: number | null },
  document: ProgramDocument,
): Refusal | undefined => {
  if (shopper.status === 'blocked')
    return { code: 'shopperBlocked', detail: 'Ask the shop about it.' };
  if (shopper.erasedAt !== null)
    return { code: 'notEnrolled', detail: 'This shopper has left the programme.' };
  if (shopper.status === 'guest' && document.enrolment === 'explicit')
    return { code: 'notEnrolled', detail: 'Join the programme first.' };
  return undefined;
};
