/** A network behind whose few public addresses many people work, such as that of a region's NHS organisations. */
export interface SharedNetwork {
  /** Name for counters: "anyshire-offices". */
  readonly name: string;
  /** Its public addresses: "192.0.2.7/32", "2001:db8::/48". */
  readonly ranges: readonly string[];
  /** Maximum number of confirmation e-mails that its people may cause per hour. */
  readonly confirmationsAnHour: number;
}
