import type { Case, CaseDetail } from '@okaeri/shared/cases';
import type { OrderPage } from '@okaeri/shared/order-lists';
import type { MerchantShopper } from '@okaeri/shared/shoppers';
import { api } from '../app/session.ts';
import { request } from '../lib/request.ts';
import { createResource, type Resource } from '../lib/resource.ts';

/** Other cases of the shopper that are named at once. */
const OTHERS_MAX = 5;

/** What is asked around a case, each by itself: what does not come is left out, and the case stands. */
export interface Around {
  readonly shopper: Resource<MerchantShopper | undefined>;
  readonly order: Resource<OrderPage | undefined>;
  readonly others: Resource<readonly Case[]>;
  load(): void;
}

export const createAround = (of: {
  readonly caseId: string;
  readonly shopperId: CaseDetail['shopperId'];
  readonly guestId: string | null;
  readonly orderId: CaseDetail['orderId'];
}): Around => {
  const { caseId, shopperId, guestId, orderId } = of;
  const shopper = createResource(async () => {
    if (shopperId !== null)
      return request(api().shoppers[':shopperId'].$get({ param: { shopperId } }));
    return guestId === null
      ? undefined
      : request(api().guests[':shopperId'].$get({ param: { shopperId: guestId } }));
  });
  const order = createResource(async () =>
    orderId === null
      ? undefined
      : request(api().orders[':orderId'].page.$get({ param: { orderId } })),
  );
  const others = createResource(async () => {
    if (shopperId === null) return [];
    const { items } = await request(api().cases.$get({ query: { shopperId } }));
    return items.filter(({ id }) => id !== caseId).slice(0, OTHERS_MAX);
  });
  return {
    shopper,
    order,
    others,
    load() {
      for (const one of [shopper, order, others]) void one.load();
    },
  };
};
