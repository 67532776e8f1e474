/**
 * A university attended by a system's learners. The programme team maintains dates and rules. The only rule that can
 * exclude a DPP by itself is `onePerCohort`.
 */
export interface University {
  readonly id: string;
  readonly name: string;
  /** Months (1 to 12) in which prescribing courses start; empty if not confirmed. */
  readonly starts: readonly number[];
  /** Days before the start at which applications usually close: 10 to 13 weeks. */
  readonly closesDaysBefore: number;
  /** Whether a DPP may take only one learner per cohort. */
  readonly onePerCohort: boolean;
  /** Whether part of the supervision may be remote. The university decides how much. */
  readonly remoteAllowed: boolean;
}

/** The answer of a learner whose university is not in the system's list. It has no rules. */
export const anotherUniversity = { id: 'other', name: 'Another university' } as const;

/** Replaces the university of a learner who has none, where stored rows require a university. */
export const NO_UNIVERSITY = 'none';

/** A university's name; returns an unknown id unchanged. */
export const universityWords = (universities: readonly University[], id: string): string =>
  [...universities, anotherUniversity].find((university) => university.id === id)?.name ?? id;
