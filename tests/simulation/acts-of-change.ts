import { answersOfAsk } from '../../shared/journeys/request/ask-for-supervision.ts';
import type { Answers } from '../../shared/journeys/question.ts';
import { isErased } from '../../shared/kernel/is-erased.ts';
import { addDays } from '../../shared/kernel/time.ts';
import type { SupervisionRequest } from '../../shared/requests/request.ts';
import { kentAndMedway } from '../support/kent-and-medway.ts';
import { type Act, lately, ofJson, over, pressing } from './acting.ts';
import type { Dice } from './dice.ts';
import { isOfVictim } from './people.ts';
import type { Stage } from './world.ts';

const requestIn = (
  world: Stage,
  dice: Dice,
  states: readonly SupervisionRequest['state'][],
): SupervisionRequest | undefined =>
  dice.pick(
    [...world.history.requests.values()]
      .filter((one) => !isErased(one))
      .filter(({ state, email }) => states.includes(state) && !isOfVictim(email)),
  );

/** One change of mind about a request: wider, other areas, other days, fewer hours, or another number. */
const changeOf = (one: SupervisionRequest, before: Answers, dice: Dice): Answers => {
  const days = 7 * (1 + dice.below(8));
  const changes: readonly Answers[] = [
    { maxMinutes: 20 + dice.below(80) },
    { remoteAcceptable: !one.remoteAcceptable },
    { leadArea: dice.pick(['cardiovascular', 'respiratory', 'dermatology'])!, areas: [] },
    { courseEnd: addDays(one.courseEnd, days) },
    { courseStart: addDays(one.courseStart, days), courseEnd: addDays(one.courseEnd, days) },
    { hours: 60 + dice.below(60), spokeHours: 0 },
    ...(one.profession === 'pharmacist'
      ? [{ registrationNumber: `20${String(70_000 + dice.below(40))}` }]
      : []),
    { scope: 'Adults with one condition.' },
  ];
  return { ...before, ...dice.pick(changes) };
};

/** A learner changes answers of a request that waits, is open, paused or matched. */
export const changesRequest: Act = (world, dice) => {
  const one = requestIn(world, dice, ['waiting-for-support', 'open', 'open', 'paused', 'matched']);
  if (one === undefined) return;
  const answers = changeOf(one, answersOfAsk(one, kentAndMedway), dice);
  pressing(world, dice, (own) => {
    void world.start('change-request', own, async (its) => {
      const saved = await its.changeAnswers()(one.id, answers, '198.51.1');
      return { refused: !saved.ok, says: saved.ok ? saved.value.state : saved.refusal };
    });
  });
};

/** A learner pauses the search, or goes on with it. */
export const pausesOrGoesOn: Act = (world, dice) => {
  const goesOn = dice.happens(0.6);
  const one = requestIn(world, dice, goesOn ? ['paused'] : ['open']);
  if (one === undefined || (!goesOn && !dice.happens(0.5))) return;
  pressing(world, dice, (own) => {
    void world.start(goesOn ? 'resume-request' : 'pause-request', own, async (its) => {
      const done = await its.pauseRequest()[goesOn ? 'resume' : 'pause'](one.id);
      return { refused: !done.ok, says: done.ok ? done.value.state : done.refusal };
    });
  });
};

/** A DPP says whether other dates of a match are possible. Some never do. */
export const answersDates: Act = (world, dice) => {
  const link = lately(world.mails.linksOf('dates'), dice);
  if (link === undefined) return;
  const json = { answer: dice.happens(0.7) ? 'yes' : 'no' };
  pressing(world, dice, (own) => {
    void world.start('dates', own, (its) => over(its.dates().take, ofJson(link.token, 'POST', json)));
  });
};
