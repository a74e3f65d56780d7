/** How the shop did with the cases that were opened in one month. */
export interface CaseMonth {
  /** `2026-11` */
  readonly month: string;
  readonly opened: number;
  /** Cases that were answered, and how long half of them took at most, in working hours. */
  readonly replied: number;
  readonly medianFirstReplyHours: number | null;
  readonly resolved: number;
  readonly medianResolutionHours: number | null;
  /** Of those who said whether it was put right, the share that said yes, with Wilson's interval. */
  readonly recovered: {
    readonly n: number;
    readonly share: number | null;
    readonly low: number | null;
    readonly high: number | null;
  };
}

/** The same of one person who looks after cases. */
export interface CaseOwnerFigures extends Pick<
  CaseMonth,
  'opened' | 'replied' | 'medianFirstReplyHours' | 'resolved' | 'medianResolutionHours'
> {
  readonly ownerId: string;
}

/** `GET /v1/cases/figures`: the last twelve months, and who did how well in them. */
export interface CaseFigures {
  readonly months: readonly (CaseMonth & { readonly owners: readonly CaseOwnerFigures[] })[];
}
