import type { FieldError, Problem, ProblemCode } from '@okaeri/shared/errors';

/** A request the server refused, or that never reached it (`offline`). */
export class OkaeriError extends Error {
  override readonly name = 'OkaeriError';
  /** Stable; compare this and not the words. */
  readonly code: ProblemCode | 'offline' | 'unexpected';
  /** The HTTP status; 0 where no answer came. */
  readonly status: number;
  /** What is wrong with which field of the body. */
  readonly errors: readonly FieldError[];
  constructor(
    code: OkaeriError['code'],
    of: { status: number; problem?: Partial<Problem>; cause?: unknown },
  ) {
    super(of.problem?.detail ?? code, { cause: of.cause });
    this.code = code;
    this.status = of.status;
    this.errors = of.problem?.errors ?? [];
  }
}
