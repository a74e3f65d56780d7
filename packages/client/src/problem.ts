import type { Problem, ProblemCode } from '@okaeri/shared/errors';

/** A request that the server refused, or that never reached it (`offline`). */
export class OkaeriError extends Error {
  override readonly name = 'OkaeriError';
  readonly code: ProblemCode | 'offline' | 'unexpected';
  readonly problem: Partial<Problem> | undefined;
  constructor(code: OkaeriError['code'], problem?: Partial<Problem>, cause?: unknown) {
    super(problem?.detail ?? code, { cause });
    this.code = code;
    this.problem = problem;
  }
}
