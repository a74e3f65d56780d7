import type { BalanceFault } from '@okaeri/shared/balance-imports';

/** A part of a member’s points could not be moved: nothing of the line is kept. */
export class ImportStoppedError extends Error {
  override readonly name = 'BringingStoppedError';
  readonly fault: Omit<BalanceFault, 'line'>;
  constructor(fault: Omit<BalanceFault, 'line'>) {
    super(fault.detail);
    this.fault = fault;
  }
}
