import type { ReceiptReason } from '@okaeri/shared/ledger';

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
  readonly earnOrder: (points: string, money: string) => string;
  readonly earnOrderHold: (days: number, from: 'paid' | 'fulfilled' | 'delivered') => string;
  readonly earnSignup: string;
  readonly done: string;
  readonly perPoints: (points: string) => string;
  readonly expiryNever: string;
  readonly expiryDays: (days: number) => string;
  readonly noHistory: string;
  readonly more: string;
  readonly kinds: {
    readonly order: (id: string) => string;
    readonly refund: (id: string) => string;
    readonly signup: string;
    readonly redeem: (reward: string) => string;
    readonly release: (reward: string) => string;
    readonly expire: string;
    readonly other: string;
  };
  readonly states: Readonly<
    Record<'pending' | 'available' | 'held' | 'spent' | 'expired' | 'reversed' | 'none', string>
  >;
  readonly availableFrom: (day: string) => string;
  readonly waitsForDelivery: string;
  readonly receipt: {
    readonly basis: string;
    readonly rate: string;
    readonly rateValue: (points: string, money: string) => string;
    readonly rounding: string;
    readonly roundings: Readonly<Record<'floor' | 'round' | 'ceil', string>>;
    readonly lines: string;
    readonly line: (id: string, kept: string, share: string) => string;
    readonly shipping: string;
    readonly total: string;
    readonly matures: string;
    readonly expires: string;
    readonly rule: string;
    readonly version: (version: number) => string;
    readonly balance: string;
    readonly fixed: string;
    readonly returned: string;
  };
  readonly reasons: Readonly<Record<ReceiptReason, string>>;
}
