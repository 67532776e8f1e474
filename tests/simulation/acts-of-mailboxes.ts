import { isErased } from '../../shared/kernel/is-erased.ts';
import type { Practitioner } from '../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../shared/requests/request.ts';
import { type Act, pressing } from './acting.ts';
import type { Dice } from './dice.ts';
import { anotherAddress } from './people.ts';
import type { Stage } from './world.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const listings = (world: Stage): readonly Practitioner[] =>
  [...world.history.practitioners.values()].flatMap((one) => (isErased(one) ? [] : [one]));
const requestsUnderWay = (world: Stage): readonly SupervisionRequest[] =>
  [...world.history.requests.values()].flatMap((one) =>
    !isErased(one) && ['open', 'matched'].includes(one.state) ? [one] : [],
  );

/** Draws a person whose mailbox closes or fills: most often a DPP with live offers, now and then a requester. */
const somebody = (world: Stage, dice: Dice): { readonly email: string } | undefined => {
  if (dice.happens(0.35)) return dice.pick(requestsUnderWay(world));
  const listed = listings(world).filter(({ state }) => state === 'listed');
  const busy = listed.filter(({ pendingOffers }) => pendingOffers.length > 0);
  return dice.pick(dice.happens(0.7) && busy.length > 0 ? busy : listed);
};

/** Closes somebody's mailbox, for some days or for good, or fills it for some hours. */
export const losesMailbox: Act = (world, dice) => {
  const one = somebody(world, dice);
  if (one === undefined) return;
  const { email } = one;
  if (dice.happens(0.4)) {
    world.mails.setFull(email, world.time.now + (1 + dice.below(60)) * HOUR_MS);
    return;
  }
  world.mails.setGone(email, true);
  if (dice.happens(0.7))
    world.time.at(world.time.now + (1 + dice.below(20)) * DAY_MS, () => world.mails.setGone(email, false));
};

/** Asks for another address on the page of somebody who is not reached, and sometimes of somebody who is. */
export const usesAnotherAddress: Act = (world, dice) => {
  const isDpp = dice.happens(0.7);
  const all: readonly { readonly id: string; readonly email: string; readonly unreachableSince?: string }[] =
    isDpp ? listings(world) : requestsUnderWay(world);
  const one = dice.pick(
    all.filter(({ unreachableSince }) => unreachableSince !== undefined || dice.happens(0.02)),
  );
  if (one === undefined) return;
  const email = anotherAddress(one.email, dice.below(3));
  pressing(world, dice, (own) => {
    void world.start(isDpp ? 'new-address-of-dpp' : 'new-address', own, async (its) => {
      const asked = await (isDpp ? its.askForNewAddress() : its.askForAddress())(one.id, email, '192.0.77');
      return { refused: !asked.ok, says: asked.ok ? asked.value.state : asked.refusal };
    });
  });
};

/** Lifts a suppression, because somebody says that their mailbox works again. Sometimes it does not. */
export const liftsSuppression: Act = (world, dice) => {
  const lost = [...listings(world), ...requestsUnderWay(world)].filter(
    ({ unreachableSince }) => unreachableSince !== undefined,
  );
  const one = dice.pick(lost);
  if (one === undefined) return;
  const { email } = one;
  if (dice.happens(0.9)) world.mails.setGone(email, false);
  pressing(world, dice, (own) => {
    void world.start('lift-suppression', own, async (its) => {
      const lifted = await its.liftSuppression()({ email, by: 'Nina', why: 'they called' });
      return { refused: !lifted.ok, says: lifted.ok ? 'lifted' : lifted.refusal };
    });
  });
};
