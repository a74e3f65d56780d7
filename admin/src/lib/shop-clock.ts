/** Where and when the open shop is: its time zone, and the time its clock shows. */
export interface ShopClock {
  /** Undefined where no shop is open, or until it is known. */
  readonly timeZone: () => string | undefined;
  readonly now: () => number;
}

let clock: ShopClock = { timeZone: () => undefined, now: () => Date.now() };

/** Has times told by a shop's clock from now on. */
export const tellTimesBy = (by: ShopClock): void => {
  clock = by;
};

/** The time zone times are told in; undefined for that of the person who looks. */
export const placeOfTimes = (): string | undefined => clock.timeZone();

/** What time it is in the shop: a sandbox has a clock of its own. */
export const shopNow = (): number => clock.now();
