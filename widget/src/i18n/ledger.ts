import type { ReceiptReason } from '@okaeri/shared/ledger';

/** The words of the history and its receipts, which come with their panel. */
export interface LedgerMessages {
  readonly noHistory: string;
  readonly more: string;
  readonly kinds: {
    readonly order: (id: string) => string;
    readonly refund: (id: string) => string;
    readonly signup: string;
    readonly act: string;
    readonly referral: string;
    readonly tier: string;
    readonly challenge: string;
    readonly gift: string;
    readonly merge: string;
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
    readonly multiplier: string;
    readonly cap: string;
    readonly capValue: (awarded: string, desired: string) => string;
    readonly until: string;
    readonly campaign: string;
    readonly returned: string;
  };
  readonly reasons: Readonly<Record<ReceiptReason, string>>;
}
