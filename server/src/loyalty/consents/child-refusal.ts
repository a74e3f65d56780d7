import type { ConsentPurpose, ConsentState } from '@okaeri/shared/consents';
import type { Refusal } from '@okaeri/shared/errors';
import type { ShopRow } from '../../access/tables.ts';
import { contactSettingsOf } from './contact-settings.ts';

/** What nobody agrees to in a shop for children: to be advertised to, and to be judged by what one bought (L4). */
export const NOT_FOR_CHILDREN: readonly ConsentPurpose[] = ['marketing', 'profiling'];

/** Why a shop for children cannot take this statement; withdrawing is always possible. */
export const childRefusal = (
  shop: Pick<ShopRow, 'contactSettings'>,
  { purpose, state }: { readonly purpose: ConsentPurpose; readonly state: ConsentState },
): Refusal | undefined =>
  state !== 'withdrawn' &&
  NOT_FOR_CHILDREN.includes(purpose) &&
  contactSettingsOf(shop).addressesChildren
    ? { code: 'addressesChildren', detail: `This shop addresses children: no ${purpose}.` }
    : undefined;
