/** One refund of a platform's order, as the platform names it. */
export interface PlatformRefund {
  readonly at: number;
  /** Money as the line's price has it, and the tax of it, which the price contains or not. */
  readonly lines: readonly {
    readonly lineId: string;
    readonly quantity: number;
    readonly netMinor: number;
    readonly taxMinor: number;
  }[];
  readonly shippingNetMinor: number;
  readonly shippingTaxMinor: number;
  /** What is named that is not bought here, with its tax: fees, duties. */
  readonly elsewhereMinor?: number;
  /** What of the named money the merchant kept (a fee for restocking); absent where the platform does not say. */
  readonly keptBackMinor?: number;
  /** The currency of `paidBackMinor`, where the platform says it; in another than the order's, all that is left is gone. */
  readonly currency?: string;
  /** Money that went back; null where none did: what is named was taken out of the order, not refunded. */
  readonly paidBackMinor: number | null;
}

/** Refunds by the id the platform has given them. */
export type PlatformRefunds = Readonly<Record<string, PlatformRefund>>;
