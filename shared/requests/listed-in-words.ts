import { dayInWords } from '../kernel/time.ts';
import { clinicalAreas } from '../reference/clinical-areas.ts';
import { learnerTypes } from '../reference/professions.ts';
import type { SupervisionRequest } from './request.ts';

const wordsOf = (rows: readonly { readonly id: string; readonly words: string }[], id: string): string =>
  rows.find((row) => row.id === id)?.words ?? id;

/** Describes each learner of a list in one line; empty for a request without a list. */
export const listedInWords = ({ listed = [] }: Pick<SupervisionRequest, 'listed'>): readonly string[] =>
  listed.map(({ learnerName, learnerType, leadArea, courseStart, courseEnd }) =>
    [
      learnerName ?? 'Not named yet',
      wordsOf(learnerTypes, learnerType),
      wordsOf(clinicalAreas, leadArea),
      `${dayInWords(courseStart)} to ${dayInWords(courseEnd)}`,
    ].join(', '),
  );
