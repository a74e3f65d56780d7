/** The words of the panel. English is the measure: every other language has the same keys. */
export interface PanelMessages {
  readonly close: string;
  readonly retry: string;
  readonly loading: string;
  readonly failed: string;
  readonly offline: string;
  /** An act was sent and no answer came: it may have happened, and trying again is safe. */
  readonly noAnswer: string;
  readonly stale: string;
  /** The balance could not be had, and none is known. */
  readonly noBalance: string;
  readonly greeting: (name: string) => string;
  readonly worth: (money: string) => string;
  readonly pending: (points: string) => string;
  readonly held: (points: string) => string;
  readonly debt: (points: string) => string;
  readonly nextExpiry: (points: string, day: string) => string;
  readonly tabs: { readonly rewards: string; readonly earn: string; readonly history: string };
  readonly guestTitle: (programme: string) => string;
  readonly guestText: string;
  readonly joinTitle: string;
  readonly joinText: (points: string) => string;
  readonly join: string;
  readonly redeem: string;
  readonly cost: (points: string) => string;
  readonly missing: (points: string) => string;
  readonly notNow: string;
  readonly codeTitle: string;
  readonly codeText: (day: string) => string;
  readonly copy: string;
  readonly copied: string;
  readonly undo: string;
  readonly undone: (points: string) => string;
  readonly inHand: string;
  readonly noRewards: string;
}
