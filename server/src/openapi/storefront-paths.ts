import type { Operation, Operations } from './operation.ts';

const S = '/storefront/v1/{publicKey}';

/** Operations of the storefront, under the key of its shop. */
export const atStorefront = (operations: Readonly<Record<string, Operation>>): Operations =>
  Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => [
      name.replace(' /', ` ${S}/`),
      operation,
    ]),
  );

/** Nobody needs to say who they are. */
export const open = { open: true } as const;
