import type { Answers } from '../../shared/journeys/question.ts';
import { addDays, type Day } from '../../shared/kernel/time.ts';
import { registerAnswers, requestAnswers } from '../support/journey/answers.ts';
import type { Dice } from './dice.ts';

/** Few DPPs for many learners, so that they compete. */
export const DPPS = 4;
export const LEARNERS = 40;

const two = (number: number): string => String(number).padStart(2, '0');

/** Every seventh learner has an address that proves nothing, so that their request waits for support. */
export const isThrowAway = (number: number): boolean => number % 7 === 3;
export const learnerAddress = (number: number): string =>
  isThrowAway(number) ? `l${String(number)}@throw-away.example` : `l${String(number)}@learners.nhs.uk`;

/** Addresses of leads: one at the NHS, one that proves nothing, and none. */
const leads = ['lead@trust.nhs.uk', 'lead@throw-away.example', undefined] as const;

/** Whether e-mails to an address bounce, as they do for one of the learners. */
export const bounces = (address: string): boolean => address === learnerAddress(39);
/** Whether somebody else typed an address, so that its owner ignores what they are sent. */
export const isOfVictim = (address: string): boolean => address.endsWith('@flood.example');
export const dppAddress = (number: number): string =>
  number === 3 ? 'd3@trusted.example' : `d${String(number)}@dpp.example`;

/** Another address of somebody, for instance after a change of employer. */
export const anotherAddress = (address: string, number: number): string =>
  address.replace(/(?:\.\d+)?@/u, `.${String(number)}@`);
/** Whether an address is the first one of somebody, or another one that they have had since. */
export const isAddressOf = (address: string, first: string): boolean =>
  address.replace(/\.\d+@/u, '@') === first;

/** The name of a DPP as a learner writes it who is tied to them: with an initial, so that the tie is unclear. */
export const tieOf = (number: number): string => `D Example${String(number)}`;

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
  const lead = isThrowAway(number) || number % 10 === 1 ? leads[dice.below(leads.length)] : undefined;
  return requestAnswers({
    requesterName: `Lee Learner${String(number)}`,
    email: learnerAddress(number),
    ...(nurse
      ? {
          profession: 'nurse',
          learnerType: 'v300',
          registrationNumber: `12A34${two(number)}B`.replace('B', 'E'),
        }
      : { registrationNumber: `20543${two(number)}` }),
    ...(number % 3 === 1 ? { conflicts: [{ name: tieOf(number % DPPS), kinds: ['line-manager'] }] } : {}),
    courseStart: start,
    courseEnd: addDays(start, 40 + dice.below(120)),
    applicationsClose: addDays(start, -3),
    signOffNeededBy: addDays(today, 5 + dice.below(30)),
    nmpLeadEmail: lead,
    nmpLeadName: lead === undefined ? undefined : 'Nina Lead',
  });
};
