/**
 * Universities that learners of Kent and Medway attend, with the months in which courses start where known.
 * Editable: the programme team keeps dates and rules; nothing here is a hard rule unless `onePerCohort` says so.
 */
export interface University {
  readonly id: string;
  readonly words: string;
  /** Months (1 to 12) in which prescribing courses start, where confirmed. */
  readonly starts: readonly number[];
  /** Days before the start at which applications usually close: 10 to 13 weeks. */
  readonly closesDaysBefore: number;
  /** Whether a DPP may take only one learner of a cohort. Not confirmed for any university: off. */
  readonly onePerCohort: boolean;
  /** Whether part of the supervision may be remote. The amount is the university's. */
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

/** A university's name; an id that the list no longer has is shown as it is. */
export const universityWords = (id: string): string =>
  universities.find((university) => university.id === id)?.words ?? id;
