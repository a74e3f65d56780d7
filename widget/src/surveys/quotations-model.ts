import { signal, type ReadonlySignal } from '../ui/signals.ts';
import { createSurveysClient } from '@okaeri/client/surveys';
import type { Transport } from '@okaeri/client/transport';
import type { OwnQuotation, QuotationName } from '@okaeri/shared/quotations';

/** One thing the shop would quote: as it stands, and null once its author said no. */
type Asked = readonly [id: string, of: OwnQuotation | null];

/** What the shop asks to quote of what one said. */
export interface QuotationsModel {
  readonly asked: ReadonlySignal<readonly Asked[]>;
  /** What is at work, by its id; and whether the last act failed. */
  readonly busy: ReadonlySignal<string | null>;
  readonly failed: ReadonlySignal<string | null>;
  /** Says yes under the name that was shown. */
  agree(id: string, name: QuotationName, as: string | null): Promise<void>;
  refuse(id: string): Promise<void>;
  /** Asks anew: with a link that was confirmed, for the words. */
  load(): Promise<void>;
}

/** Makes the model of what is known to be asked. What others read changes with it: `onChange` may look anew. */
export const createQuotations = (
  request: Transport,
  known: readonly OwnQuotation[],
  onChange?: () => void,
): QuotationsModel => {
  const client = createSurveysClient(request);
  const asked = signal<readonly Asked[]>(known.map((one) => [one.id, one]));
  const busy = signal<string | null>(null);
  const failed = signal<string | null>(null);
  const act = async (id: string, work: () => Promise<OwnQuotation | null>): Promise<void> => {
    if (busy.value !== null) return;
    busy.value = id;
    failed.value = null;
    try {
      const next = await work();
      asked.value = asked.value.map((one) => (one[0] === id ? [id, next] : one));
      onChange?.();
    } catch {
      failed.value = id;
      // The name may be another by now: what is asked is read anew, and said yes to once more.
      await load().catch(() => {});
    }
    busy.value = null;
  };
  async function load(): Promise<void> {
    const { quotations } = await client.mine();
    asked.value = quotations.map((one) => [one.id, one]);
  }
  return {
    asked,
    busy,
    failed,
    agree: (id, name, as) => act(id, () => client.agreeToQuotation(id, name, as)),
    refuse: (id) =>
      act(id, async () => {
        await client.refuseQuotation(id);
        return null;
      }),
    load,
  };
};
