/** A member as another tool had them. */
export interface ImportedMember {
  readonly shopperId: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly points: number;
  /** What was ever earned: what tiers count. Null where the file does not say. */
  readonly lifetimePoints: number | null;
  readonly tier: string | null;
  /** Month and day, as `02-29`. */
  readonly birthday: string | null;
  readonly referralCode: string | null;
  /** Who recommended them: an id, an address or a code. */
  readonly referredBy: string | null;
  readonly tags: readonly string[];
}
