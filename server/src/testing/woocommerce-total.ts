type Loose = Record<string, unknown>;

const LISTS = ['line_items', 'shipping_lines', 'fee_lines'] as const;

/** An order of WooCommerce's with the total its lines, shipping and fees come to, as the shop would say it. */
export const withTotal = (order: Loose): Loose => {
  let sum = 0;
  for (const list of LISTS)
    for (const part of (order[list] ?? []) as readonly Loose[])
      sum += Number(part['total'] ?? 0) + Number(part['total_tax'] ?? 0);
  return { ...order, total: Math.max(0, sum).toFixed(2) };
};
