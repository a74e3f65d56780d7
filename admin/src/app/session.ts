import { computed, signal } from '@preact/signals';
import type { AccountApi, MerchantApi } from '@okaeri/server/app';

import { pathOf } from '@okaeri/shared/paths';
import { ROLES, type Ability } from '@okaeri/shared/roles';
import type { Account, MyShop } from '@okaeri/shared/team';
import { request, ApiError } from '../lib/request.ts';
import { typedClient } from '../lib/typed-client.ts';

/** Who is signed in: undefined while that is asked, null where nobody is. */
export const account = signal<Account | null | undefined>(undefined);
/** Why it could not be asked. */
export const accountFault = signal<ApiError | null>(null);

/** The id of the shop the address names. */
export const shopId = signal<string | null>(null);

/** The shop one works in now. */
export const shop = computed<MyShop | null>(
  () => account.value?.shops.find((one) => one.id === shopId.value) ?? null,
);

/** Whether the person who is signed in may do something here. The server decides; this is for what is shown. */
export const may = (ability: Ability): boolean => {
  const has: readonly Ability[] = shop.value === null ? [] : ROLES[shop.value.role];
  return has.includes(ability);
};

export const accountApi = typedClient<AccountApi>('/v1/account');

const clients = new Map<string, ReturnType<typeof typedClient<MerchantApi>>>();

/** The API of the shop one works in. */
export const api = (): ReturnType<typeof typedClient<MerchantApi>> => {
  const id = shopId.peek() ?? '';
  let client = clients.get(id);
  if (client === undefined) {
    client = typedClient<MerchantApi>('/v1', { headers: { 'Okaeri-Shop': id } });
    clients.set(id, client);
  }
  return client;
};

/** Asks who is signed in. */
export const loadAccount = async (): Promise<void> => {
  try {
    account.value = await request(accountApi.index.$get());
    accountFault.value = null;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.code === 'signedOut') account.value = null;
    else accountFault.value = error;
  }
};

/** Below `/console`: an address of the shop one works in. */
export const shopPath = (path = ''): string => `/console/${shopId.value ?? ''}${path}`;

/** Below `/console`: the page of a shopper, by the merchant's own id or, of a guest, by ours. */
export const shopperPage = (of: {
  readonly id: string | null;
  readonly guestId?: string | null;
}): string => {
  const { id, guestId } = of;
  return shopPath(id === null ? pathOf('guests', guestId ?? '') : pathOf('shoppers', id));
};

/** Below `/console`: the page of an order, and that of a code. */
export const orderPage = (id: string): string => shopPath(pathOf('orders', id));
export const codePage = (redemptionId: string): string => shopPath(pathOf('codes', redemptionId));
