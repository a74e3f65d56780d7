import type { Problem, ProblemCode } from '@okaeri/shared/errors';

/**
 * A request that the server refused, or that never reached it (`offline`), or that was not sent
 * because the shop's own token endpoint did not say who is here (`noToken`).
 */
export class OkaeriError extends Error {
  override readonly name = 'OkaeriError';
  declare readonly code: ProblemCode | 'offline' | 'noToken' | 'unexpected';
  declare readonly problem: Partial<Problem> | undefined;
  constructor(code: OkaeriError['code'], problem?: Partial<Problem>, cause?: unknown) {
    super(problem?.detail ?? code, { cause });
    this.code = code;
    this.problem = problem;
  }
}
