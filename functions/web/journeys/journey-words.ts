/** The words of a journey around its questions. */
export interface JourneyWords {
  /** The first part of every path: "/register". */
  readonly path: `/${string}`;
  /** Where somebody begins afresh. */
  readonly startPath: string;
  readonly buttonText: string;
  readonly declaration: readonly string[];
  readonly sentTitle: string;
  readonly sentText: string;
  /** What happens next and when, in order. */
  readonly next: readonly string[];
  readonly tooMany: string;
}
