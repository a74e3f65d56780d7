import { z } from 'zod';
import type { ProblemCode } from './errors.ts';
import { instant, lineIfAny } from './values.ts';

/** A note for the team beside a version. */
const note = lineIfAny.default(null);

/** What `POST /v1/program/publish` may be told. */
export const publishInput = z.strictObject({ note });

/** What `PUT /v1/program/schedule` takes: when the draft is to be published, by the shop's clock. */
export const scheduleInput = z.strictObject({ at: instant, note });

/** What `PATCH /v1/program/versions/{version}` takes. */
export const versionInput = z.strictObject({ note: lineIfAny });

/** Who saved the draft, and what is to be published later. */
export interface ProgramStatus {
  /** Null where the draft is what is published. */
  readonly draft: { readonly savedAt: string; readonly savedBy: string | null } | null;
  readonly schedule: {
    readonly at: string;
    readonly by: string | null;
    readonly note: string | null;
    readonly scheduledAt: string;
    /** Why it could not be published when its time came. */
    readonly refused: ProblemCode | null;
  } | null;
}

/** A version in the list of all of them. */
export interface ListedVersion {
  readonly version: number;
  readonly publishedAt: string;
  /** Who published it, by the name they had then; null where that was not noted. */
  readonly author: string | null;
  readonly note: string | null;
  /** When it was said that it be published later; null where it was published at once. */
  readonly scheduledAt: string | null;
}
