import { signal, type ReadonlySignal } from '@preact/signals';
import type {
  BalanceField,
  BalanceImport,
  BalanceOptions,
  BalancePreview,
} from '@okaeri/shared/balance-imports';
import type { Program } from '@okaeri/shared/program';
import { api } from '../app/session.ts';
import { request } from '../lib/request.ts';
import { createResource, type Resource } from '../lib/resource.ts';
import { createFileImport, type FileImport } from '../app/file-import.ts';

/** What a column can mean, in the order in which it is asked. */
const balanceFields: readonly BalanceField[] = [
  'shopperId',
  'email',
  'points',
  'lifetimePoints',
  'name',
  'firstName',
  'lastName',
  'tier',
  'birthday',
  'referralCode',
  'referredBy',
  'tags',
];

/** The same, of movements. */
const movementFields: readonly BalanceField[] = ['shopperId', 'email', 'date', 'points', 'reason'];

/** What the columns of a file can mean. */
export const fieldsOf = (kind: BalanceOptions['kind']): readonly BalanceField[] =>
  kind === 'history' ? movementFields : balanceFields;

export interface Members extends FileImport<BalanceOptions, BalancePreview, BalanceImport> {
  readonly kind: ReadonlySignal<BalanceOptions['kind']>;
  /** Whose tiers those of a file may be. */
  readonly program: Resource<Program>;
  setKind(kind: BalanceOptions['kind']): void;
  /** Says which tier of the programme is meant by what the file calls one; none where it is empty. */
  setTier(called: string, tierId: string): void;
}

/** Files of other tools' members. */
export const createMembers = (): Members => {
  const kind = signal<BalanceOptions['kind']>('balances');
  const files = createFileImport<BalanceOptions, BalancePreview, BalanceImport>({
    path: '/balances/imports',
    first: () => ({ kind: kind.value, columns: {}, tiers: {} }),
    listPast: () => request(api().balances.imports.$get({ query: {} })),
    takeBack: (importId) =>
      request(api().balances.imports[':importId'].$delete({ param: { importId } })),
  });
  return {
    ...files,
    kind,
    program: createResource(() => request(api().program.$get())),
    setKind(next) {
      kind.value = next;
      files.change({ kind: next });
    },
    setTier(called, tierId) {
      const { [called]: _, ...rest } = files.options.value.tiers;
      files.change({ tiers: tierId === '' ? rest : { ...rest, [called]: tierId } });
    },
  };
};
