/**
 * Universities attended by learners from Kent and Medway, with the months in which courses start, where
 * known. The programme team maintains dates and rules. The only rule that can exclude a DPP by itself is
 * `onePerCohort`.
 */
export interface University {
  readonly id: string;
  readonly words: string;
  /** Months (1 to 12) in which prescribing courses start; empty if not confirmed. */
  readonly starts: readonly number[];
  /** Days before the start at which applications usually close: 10 to 13 weeks. */
  readonly closesDaysBefore: number;
  /**
   * Whether a DPP may take only one learner per cohort. False for every university, because none has
   * confirmed that it has this rule.
   */
  readonly onePerCohort: boolean;
  /** Whether part of the supervision may be remote. The university decides how much. */
  readonly remoteAllowed: boolean;
}

const usual = { closesDaysBefore: 77, onePerCohort: false, remoteAllowed: true } as const;

export const universities: readonly University[] = [
  {
    id: 'medway',
    words: 'Medway School of Pharmacy (Universities of Greenwich and Kent)',
    starts: [2, 4, 5, 9],
    ...usual,
  },
  { id: 'canterbury-christ-church', words: 'Canterbury Christ Church University', starts: [], ...usual },
  { id: 'london-south-bank', words: 'London South Bank University', starts: [], ...usual },
  { id: 'kings-college-london', words: 'King’s College London', starts: [], ...usual },
  { id: 'brighton', words: 'University of Brighton', starts: [], ...usual },
  { id: 'surrey', words: 'University of Surrey', starts: [], ...usual },
  { id: 'ucl', words: 'University College London (UCL)', starts: [], ...usual },
  { id: 'city-st-georges', words: 'City St George’s, University of London', starts: [], ...usual },
  { id: 'other', words: 'Another university', starts: [], ...usual },
];

/** A university's name; returns an unknown id unchanged. */
export const universityWords = (id: string): string =>
  universities.find((university) => university.id === id)?.words ?? id;
