import * as z from 'zod';
import { minutesForMiles, type Roads } from '../../geography/travel-reach.ts';
import { numberIn, textIn } from '../answers.ts';
import type { FormerFields } from '../question.ts';

const milesSchema = z.int().min(1).max(100);

/** No number of minutes that the question allows: lets its check report miles that version 0.2.0 would have refused. */
const NOT_ALLOWED = 0;

/**
 * The field in which versions up to 0.2.0 asked how far the learner can travel: straight miles. They become the minutes
 * to the outcode within these miles that takes longest.
 */
export const formerMiles = (roads: Roads): FormerFields => ({
  fields: { maxMiles: milesSchema.describe('Send `maxMinutes` instead') },
  convert: (answers) => {
    const { maxMiles, ...rest } = answers;
    if (maxMiles === undefined || rest['maxMinutes'] !== undefined) return rest;
    const miles = milesSchema.safeParse(numberIn(answers, 'maxMiles'));
    const from = roads.geography.outcodeOf(textIn(answers, 'outcode') ?? '')?.outcode;
    if (!miles.success) return { ...rest, maxMinutes: NOT_ALLOWED };
    return from === undefined ? rest : { ...rest, maxMinutes: minutesForMiles(roads, from, miles.data) };
  },
});
