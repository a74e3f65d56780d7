import type { Receipt } from '@okaeri/shared/ledger';
import type { Rate } from '@okaeri/shared/earning';
import type { ProgramDocument } from '@okaeri/shared/program';
import { isoOf } from '../../platform/lib/clock.ts';
import type { StoredReceipt } from './documents.ts';

/** The number that stands for shipping among a receipt's lines. */
const SHIPPING = -1;

/** Writes a receipt with numbers in place of line ids; ids not yet known are added to the list. */
export const packReceipt = (
  receipt: Receipt,
  knownLineIds: readonly string[],
): { stored: StoredReceipt; lineIds: readonly string[] } => {
  const lineIds = [...knownLineIds];
  const numbers = new Map(lineIds.map((id, index) => [id, index]));
  const numberOf = (lineId: string | null): number => {
    if (lineId === null) return SHIPPING;
    const known = numbers.get(lineId);
    if (known !== undefined) return known;
    numbers.set(lineId, lineIds.length);
    return lineIds.push(lineId) - 1;
  };
  const { cap, campaignId, multiplier, rate } = receipt;
  const stored: StoredReceipt = {
    rule: receipt.ruleId,
    program: receipt.programVersion,
    basis: receipt.basisMinor,
    currency: receipt.currency,
    desired: receipt.desired,
    awarded: receipt.awarded,
    reason: receipt.reason,
    lines: receipt.lines.map((line) => [
      numberOf(line.lineId),
      line.basisMinor,
      line.share,
      line.kept,
    ]),
    ...(campaignId !== null && { campaign: campaignId }),
    ...(multiplier !== '1' && { factor: multiplier }),
    ...(rate !== null && { rate: packRate(rate) }),
    ...(cap !== null && { room: cap.room }),
    ...(cap?.until != null && { until: Date.parse(cap.until) }),
  };
  return { stored, lineIds };
};

/** The receipt as people read it: what the ledger kept, and what its programme version says. */
export const unpackReceipt = (
  stored: StoredReceipt,
  lineIds: readonly string[],
  document: ProgramDocument,
): Receipt => {
  const rule = document.earning.find((candidate) => candidate.id === stored.rule);
  return {
    ruleId: stored.rule,
    campaignId: stored.campaign ?? null,
    programVersion: stored.program,
    basisMinor: stored.basis,
    currency: stored.currency,
    rate: rateOf(stored),
    multiplier: stored.factor ?? '1',
    rounding: rule !== undefined && 'rounding' in rule ? rule.rounding : null,
    desired: stored.desired,
    awarded: stored.awarded,
    cap:
      stored.room === undefined
        ? null
        : { room: stored.room, until: stored.until === undefined ? null : isoOf(stored.until) },
    reason: stored.reason,
    lines: stored.lines.map(([line, basisMinor, share, kept]) => ({
      lineId: line === SHIPPING ? null : (lineIds[line] ?? null),
      basisMinor,
      share,
      kept,
    })),
  };
};

// A proportional rate is two numbers, as it was before there were others: what it hashes to stays.
function packRate({ amountMinor, points, wholeSteps }: Rate): NonNullable<StoredReceipt['rate']> {
  return wholeSteps === true ? [amountMinor, points, 1] : [amountMinor, points];
}

function rateOf({ rate }: StoredReceipt): Rate | null {
  if (rate === undefined) return null;
  const [amountMinor, points, wholeSteps] = rate;
  return { amountMinor, points, ...(wholeSteps === 1 && { wholeSteps: true }) };
}
