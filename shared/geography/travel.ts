/** A drive between two outcodes, door to door at midday on a weekday. */
export interface Drive {
  /** Whole minutes. */
  readonly minutes: number;
  /** Miles by road, to a tenth of a mile. */
  readonly miles: number;
}

/** The drives between the outcodes of one system and of its neighbours. */
export interface Travel {
  /** Returns the drive between two outcodes, the same in both directions; undefined if either is unknown. */
  readonly between: (from: string, to: string) => Drive | undefined;
}
