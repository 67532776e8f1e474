import type { Answers } from '../../shared/journeys/question.ts';
import { addDays, type Day } from '../../shared/kernel/time.ts';
import { registerAnswers, requestAnswers } from '../support/journey/answers.ts';
import type { Dice } from './dice.ts';

/** Few DPPs for many learners, so that they compete. */
export const DPPS = 4;
export const LEARNERS = 40;

const two = (number: number): string => String(number).padStart(2, '0');

/** Whether e-mails to an address bounce, as they do for one of the learners. */
export const bounces = (address: string): boolean => address === 'l39@learner.example';
export const dppAddress = (number: number): string =>
  number === 3 ? 'd3@trusted.example' : `d${String(number)}@dpp.example`;

/** Returns the answers with which the DPP of this number registers. */
export const registrationOf = (number: number, dice: Dice): Answers =>
  registerAnswers({
    name: `Dana Example${String(number)}`,
    email: dppAddress(number),
    registrationNumber: `20123${two(number)}`,
    organisation: `Surgery ${String(number % 2)}`,
    placesOffered: 1 + dice.below(3),
    hoursPerWeek: 24,
    supervisesProfessions: ['pharmacist', 'nurse'],
    seatRoles: ['dpp', 'practice-assessor', 'practice-supervisor'],
  });

/** Returns the answers in a request of the learner with this number. Every fifth learner is a nurse with two seats. */
export const requestOf = (number: number, today: Day, dice: Dice): Answers => {
  const start = addDays(today, 20 + dice.below(60));
  const nurse = number % 5 === 0;
  return requestAnswers({
    requesterName: `Lee Learner${String(number)}`,
    email: `l${String(number)}@learner.example`,
    ...(nurse
      ? {
          profession: 'nurse',
          learnerType: 'v300',
          registrationNumber: `12A34${two(number)}B`.replace('B', 'E'),
        }
      : { registrationNumber: `20543${two(number)}` }),
    courseStart: start,
    courseEnd: addDays(start, 40 + dice.below(120)),
    applicationsClose: addDays(start, -3),
    signOffNeededBy: addDays(today, 5 + dice.below(30)),
    nmpLeadEmail: number % 10 === 1 ? `lead${String(number % 3)}@learner.example` : undefined,
    nmpLeadName: number % 10 === 1 ? 'Nina Lead' : undefined,
  });
};
