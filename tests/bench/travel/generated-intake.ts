import { aPractitioner, TODAY } from '../../support/builders.ts';
import { chanceFrom } from '../../support/allocation/seeded.ts';
import { learner } from '../../support/rounds/people.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import type { Intake } from './compare-travel.ts';

const LEARNERS = 150;
const PRACTITIONERS = 200;
const AREAS = ['cardiovascular', 'pain', 'respiratory', 'mental-health', 'lipids'] as const;

/** Invents an intake of learners and DPPs all over the system; the same seed gives the same intake. */
export const generatedIntake = (seed: number): Intake => {
  const chance = chanceFrom(seed);
  const site = () => {
    const { outcode, town, place } = chance.pick(kentAndMedway.geography.outcodes);
    return { outcode, town, place };
  };
  return {
    name: `generated, seed ${seed}`,
    day: TODAY,
    requests: Array.from({ length: LEARNERS }, (_, index) => {
      const leadArea = chance.pick(AREAS);
      return learner(`l${index}`, {
        site: site(),
        leadArea,
        areas: [leadArea],
        maxMinutes: chance.pick([20, 30, 30, 30, 45]),
        remoteAcceptable: chance.between(0, 9) === 0,
      });
    }),
    practitioners: Array.from({ length: PRACTITIONERS }, (_, index) => {
      const leadArea = chance.pick(AREAS);
      return aPractitioner({
        id: `d${index}`,
        email: `d${index}@dpp.example`,
        registrationNumber: `9${index}`,
        sites: [site()],
        leadArea,
        areas: [leadArea, chance.pick(AREAS)],
        mode: chance.between(0, 2) === 0 ? 'mixed' : 'in-person',
      });
    }),
  };
};
