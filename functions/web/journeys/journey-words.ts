/** The texts of a journey apart from its questions. */
export interface JourneyWords {
  /** Prefix of every path: "/register". */
  readonly path: `/${string}`;
  /** The page from which to start again. */
  readonly startPath: string;
  /** Description of the journey for search engines; the journey's first page contains it. */
  readonly description: string;
  readonly buttonText: string;
  readonly declaration: readonly string[];
  readonly sentTitle: string;
  readonly sentText: string;
  /** Next events and their times, in the order in which they will happen. */
  readonly next: readonly string[];
}
