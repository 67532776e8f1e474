import type { Round } from '../../shared/domain/round.ts';
import { addDays, londonDay } from '../../shared/domain/time.ts';
import { type Act, pressing } from './acts-of-people.ts';
import type { Dice } from './dice.ts';
import type { Services } from './services.ts';
import type { Ended, Stage } from './world.ts';

const BY = 'Nina';

type Told = { readonly ok: true } | { readonly ok: false; readonly refusal: unknown };

const ended = (told: Told, refusedWritesNothing: boolean): Ended => ({
  refused: refusedWritesNothing && !told.ok,
  says: told.ok ? 'done' : JSON.stringify(told.refusal),
});

/** Parts of a plan are written before its round: a refusal may leave some, which nothing refers to. */
const steps: Readonly<Record<string, (its: Services, id: string) => Promise<Ended>>> = {
  'round-snapshot': async (its, id) => ended(await its.planRound().snapshot(id, BY), false),
  'round-solve': async (its, id) => ended(await its.planRound().solve(id, BY), false),
  'round-confirm': async (its, id) => ended(await its.confirmRound()(id, BY, 0), false),
  'round-reveal': async (its, id) => ended(await its.revealRound()(id, BY), true),
  'round-end': async (its, id) => ended(await its.endRound()(id, BY), true),
};

/** What the team mostly asks of a round in each state, and now and then what does not fit. */
const usual: Readonly<Record<Round['state'], readonly string[]>> = {
  gathering: ['round-snapshot', 'round-snapshot', 'round-snapshot', 'round-snapshot', 'round-end'],
  planning: ['round-solve', 'round-solve', 'round-solve', 'round-snapshot', 'round-confirm'],
  planned: ['round-confirm', 'round-confirm', 'round-confirm', 'round-confirm', 'round-snapshot'],
  confirming: ['round-confirm', 'round-confirm', 'round-snapshot', 'round-end'],
  confirmed: ['round-snapshot', 'round-end', 'round-reveal', 'round-confirm'],
  closed: ['round-end'],
  abandoned: ['round-confirm'],
};

const over = ({ state }: Round): boolean => state === 'closed' || state === 'abandoned';

const gathers: Act = (world, dice: Dice) => {
  const today = londonDay(world.time.instant());
  void world.start('round-gather', dice, async (its) =>
    ended(
      await its.gatherRound()(
        {
          name: 'A cohort',
          startsFrom: addDays(today, dice.below(50)),
          startsTo: addDays(today, 60 + dice.below(40)),
          until: addDays(today, 3 + dice.below(21)),
        },
        BY,
      ),
      true,
    ),
  );
};

/** What a coordinator does at one sitting: once a step is done, mostly the next one, perhaps after a look at the plan. */
const then: Readonly<Record<string, string>> = {
  'round-snapshot': 'round-solve',
  'round-solve': 'round-confirm',
};

const takes = (world: Stage, dice: Dice, id: string, what: string): void => {
  const step = steps[what];
  if (step === undefined) return;
  void world
    .start(what, dice, (its) => step(its, id))
    .then((told) => {
      const next = then[what];
      if (told?.says !== 'done' || next === undefined || !dice.happens(0.8)) return;
      const own = world.dice(dice.below(2 ** 30));
      world.time.at(world.time.now + own.below(600_000), () => takes(world, own, id, next));
    });
};

/** A coordinator leads rounds: gathers a cohort, plans it, has the offers made, follows up, ends it. */
export const leadsRound: Act = (world, dice) => {
  const rounds = [...world.history.rounds.values()];
  const going = rounds.filter((round) => !over(round));
  if (going.length === 0 || (going.length < 2 && dice.happens(0.1))) {
    gathers(world, dice);
    return;
  }
  const round = dice.happens(0.95) ? dice.pick(going) : dice.pick(rounds);
  const what = round === undefined ? undefined : dice.pick(usual[round.state]);
  if (round === undefined || what === undefined) return;
  pressing(world, dice, (own) => takes(world, own, round.id, what));
};
