import type { MerchantProfileChange } from '@okaeri/shared/shoppers';
import type { FieldWarning } from '@okaeri/shared/warnings';
import { leftOutOf } from '../../platform/lib/left-out.ts';

/**
 * What of a change can be made: a field that cannot be used is as one that was not named, so that what is
 * known stays. An empty one says that there is none.
 */
export const usableChange = (
  sent: unknown,
  read: MerchantProfileChange,
): { change: Partial<MerchantProfileChange>; warnings: readonly FieldWarning[] } => {
  const fields = new Map(typeof sent === 'object' && sent !== null ? Object.entries(sent) : []);
  const warnings = leftOutOf(sent, read).filter(({ path }) => !saysNone(fields.get(path)));
  const unusable = new Set(
    warnings
      .filter(({ code, path }) => code !== 'textCut' && !Array.isArray(fields.get(path)))
      .map(({ path }) => path),
  );
  const usable = Object.entries(read).filter(([name]) => !unusable.has(name));
  return { change: Object.fromEntries(usable), warnings };
};

function saysNone(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}
