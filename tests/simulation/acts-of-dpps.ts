import { changePlaces, confirmDetails, pause, resume } from '../../shared/people/practitioner-moves.ts';
import type { Practitioner } from '../../shared/people/practitioner.ts';
import { type Act, lately, ofJson, over, pressing } from './acting.ts';
import type { Dice } from './dice.ts';
import type { ReceivedLink } from './mail-system.ts';
import { DPPS, dppAddress, isAddressOf, isOfVictim, registrationOf } from './people.ts';
import type { Ended, Stage } from './world.ts';

export const registers: Act = (world, dice) => {
  const number = dice.below(DPPS);
  const known = [...world.history.practitioners.values()].filter(({ email }) =>
    isAddressOf(email, dppAddress(number)),
  );
  const stands = known.some(({ state }) => !['withdrawn', 'erased', 'unconfirmed'].includes(state));
  if (stands && !dice.happens(0.2)) return;
  const id = `dpp${String(number)}x${String(known.length + dice.below(2))}`;
  // Now and then somebody registers from another mailbox with a number that is taken.
  const isClaim = stands && dice.happens(0.7);
  const answers = {
    ...registrationOf(number, dice),
    ...(isClaim ? { email: `claim${String(number)}@nhs.net` } : {}),
  };
  pressing(world, dice, (own) => {
    void world.start('register', own, async (its) => {
      const sent = await its.register()({ id, answers, network: `192.0.${String(number)}` });
      return { refused: !sent.ok, says: sent.ok ? 'sent' : sent.refusal };
    });
  });
};

const answerOf = (dice: Dice): Readonly<Record<string, unknown>> => {
  const roll = dice.roll();
  if (roll < 0.62)
    return {
      decision: 'accept',
      ...(dice.happens(0.3) ? { backUpName: 'Bea Example', backUpEmail: dppAddress(dice.below(DPPS)) } : {}),
    };
  if (roll < 0.82) return { decision: 'decline', reason: 'no-time' };
  if (roll < 0.95) return { decision: 'undo' };
  if (roll < 0.98) return { decision: 'accept', conflicts: ['line-manager'] };
  return { decision: 'perhaps' };
};

const offerOf = ({ emailId }: ReceivedLink): string => emailId.split('.')[1] ?? '';

const answersWith = (
  world: Stage,
  dice: Dice,
  link: ReceivedLink,
  json: Readonly<Record<string, unknown>>,
): Promise<Ended | undefined> =>
  world.start('answer-offer', dice, async (its) => {
    const ended = await over(its.answerOffer().answer, ofJson(link.token, 'POST', json));
    const said = ended.says ?? '';
    const { ever } = world.history;
    const claims = (): boolean =>
      said.startsWith('200 {"state":"accepted"') || said.startsWith('200 {"result":"accepted"')
        ? ever.has(`${offerOf(link)} accepted`)
        : !(said.startsWith('200 {"state":"declined"') || said.startsWith('200 {"result":"declined"')) ||
          ever.has(`${offerOf(link)} declined`);
    return { ...ended, claims };
  });

/** Tries to undo a decline, within the hour in which that is possible or shortly after it. */
const thinksAgain = (world: Stage, dice: Dice, link: ReceivedLink): void => {
  world.time.at(world.time.now + dice.below(4_000_000), () => {
    void answersWith(world, dice, link, { decision: 'undo' });
  });
};

export const answers: Act = (world, dice) => {
  const link = lately(world.mails.linksOf('offers'), dice);
  if (link === undefined) return;
  const first = answerOf(dice);
  pressing(world, dice, (own) => {
    const json = own.happens(0.15) ? answerOf(own) : first;
    void answersWith(world, own, link, json).then((ended) => {
      const declined =
        ended?.refused === false && world.history.offers.get(offerOf(link))?.state === 'declined';
      if (declined && own.happens(0.2)) thinksAgain(world, own, link);
    });
  });
};

export const changesListing: Act = (world, dice) => {
  const one = dice.pick([...world.history.practitioners.values()].filter(({ email }) => !isOfVictim(email)));
  if (one === undefined) return;
  const places = 1 + dice.below(3);
  const change = dice.pick([
    { action: 'listing-paused', move: pause },
    { action: 'listing-resumed', move: resume },
    { action: 'listing-resumed', move: resume },
    { action: 'details-confirmed', move: confirmDetails },
    { action: 'details-confirmed', move: confirmDetails },
    {
      action: 'places-changed',
      move: (before: Practitioner, now: string) => changePlaces(before, places, now),
    },
  ])!;
  pressing(world, dice, (own) => {
    void world.start('change-listing', own, async (its) => {
      const changed = await its.changeListing()(one.id, change);
      return { refused: !changed.ok, says: changed.ok ? changed.value.state : changed.refusal };
    });
  });
};

export const checksIn: Act = (world, dice) => {
  const link = lately(world.mails.linksOf('capacity'), dice);
  if (link === undefined) return;
  const json = dice.happens(0.8)
    ? { canSupervise: 'yes', placesOffered: 1 + dice.below(3) }
    : dice.happens(0.5)
      ? { canSupervise: 'maybe' }
      : { canSupervise: 'no', nextYearReason: 'other' };
  pressing(world, dice, (own) => {
    void world.start('capacity', own, (its) => over(its.capacity().take, ofJson(link.token, 'POST', json)));
  });
};

export const leaves: Act = (world, dice) => {
  const one = dice.pick(
    [...world.history.practitioners.values()].filter(
      ({ state, email }) => state !== 'erased' && !isOfVictim(email),
    ),
  );
  if (one === undefined || !dice.happens(0.4)) return;
  const erases = dice.happens(0.25);
  pressing(world, dice, (own) => {
    void world.start(erases ? 'erase-listing' : 'leave', own, async (its) => {
      const left = await (erases ? its.eraseListing() : its.leave())(one.id);
      return { says: left.ok ? left.value.state : left.refusal };
    });
  });
};
