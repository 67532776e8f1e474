import { askedAgainOn, SILENT_DAYS } from '../../people/silence.ts';
import { counted } from '../../reference/reference-words.ts';
import { changeForAll } from './near-miss.ts';
import { requirement } from './requirement.ts';

/** The practitioner has answered, or enough days have passed since two offers in a row had no answer. */
export const answersOffers = requirement({
  name: 'answers-offers',
  label: `Offers in a row without an answer in the last ${String(SILENT_DAYS)} days`,
  bound: 'at most',
  meets: ({ today }, practitioner) => {
    const again = askedAgainOn(practitioner);
    return again === undefined || again <= today;
  },
  compared: (_, { silence }) => ({ wanted: 1, found: silence?.lapses ?? 0 }),
  kind: (practitioner) => askedAgainOn(practitioner) ?? '',
});

export const waitForSilent = changeForAll(
  answersOffers.name,
  'wait-for-silent',
  (count) =>
    `${counted(count, 'more DPP')} would fit, but ${count === 1 ? 'has' : 'have'} not answered our last offers. We have asked whether they can still supervise, and will ask them last.`,
);
