/**
 * Does something for one shop after another. One for which it fails hinders no other: the first failure is told at
 * the end, as that of the whole round.
 */
export const eachShop = async <Shop>(
  shops: readonly Shop[],
  act: (shop: Shop) => Promise<unknown>,
): Promise<void> => {
  const failures: unknown[] = [];
  for (const shop of shops)
    try {
      await act(shop);
    } catch (error) {
      failures.push(error);
    }
  if (failures.length > 0) throw failures[0];
};
