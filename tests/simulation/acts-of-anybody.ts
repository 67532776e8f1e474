import type { HttpHandler } from '../../functions/web/http/http-message.ts';
import { endCauses } from '../../shared/matches/end-causes.ts';
import { isCurrent } from '../../shared/matches/match.ts';
import { addDays } from '../../shared/kernel/time.ts';
import { type Act, lately, ofJson, over, pressing } from './acting.ts';

export const confirms: Act = (world, dice) => {
  const link = lately(world.mails.linksOf('confirm'), dice);
  if (link === undefined) return;
  const json = { decision: dice.happens(0.96) ? 'yes' : 'no' };
  pressing(world, dice, (own) => {
    void world.start('confirm', own, async (its) => {
      const ended = await over(its.confirm().take, ofJson(link.token, 'POST', json));
      const id = link.emailId.split('.')[1] ?? '';
      const claims = (): boolean =>
        ended.says?.startsWith('200 {"status":"deleted"') !== true ||
        world.history.ever.has(`${id} erased`) ||
        world.history.ever.has(`${id} open`) ||
        world.history.ever.has(`${id} awaiting-check`) ||
        world.history.ever.has(`${id} listed`) ||
        !/^(?:dpp|req)\d/u.test(id);
      return { ...ended, claims };
    });
  });
};

/** Requests a new link for an old one, several times. */
export const asksForNewLink: Act = (world, dice) => {
  const link = lately(world.mails.linksOf('confirm'), dice);
  if (link === undefined) return;
  for (let time = dice.below(4); time >= 0; time -= 1) {
    const own = world.dice(dice.below(2 ** 30), time);
    void world.start('renew-link', own, (its) =>
      over(its.confirm().take, ofJson(link.token, 'POST', { renew: true })),
    );
  }
};

/** Opens a link of an e-mail as mail scanners do, which must not change anything. */
export const scans: Act = (world, dice) => {
  const link = lately(world.mails.links, dice);
  if (link === undefined) return;
  void world.start('scanner', dice, (its) => {
    const pages: Readonly<Record<string, HttpHandler | undefined>> = {
      confirm: its.confirm().show,
      support: its.support().show,
      offers: its.answerOffer().show,
      feedback: its.feedback().show,
      capacity: its.capacity().show,
      unsubscribe: its.unsubscribe().show,
    };
    const page = pages[link.kind];
    return page === undefined ? Promise.resolve(undefined) : over(page, ofJson(link.token, 'GET', undefined));
  });
};

export const endsMatch: Act = (world, dice) => {
  const one = dice.pick(
    [...world.history.matches.values()].filter((match) => isCurrent(match) || dice.happens(0.1)),
  );
  if (one === undefined) return;
  const roll = dice.roll();
  const answer =
    roll < 0.6
      ? ({ outcome: 'completed' } as const)
      : roll < 0.85
        ? ({ outcome: 'ended-early', reason: 'not-working' } as const)
        : ({ outcome: 'longer', until: addDays(one.to, 1 + dice.below(30)) } as const);
  const side = dice.happens(0.5) ? 'practitioner' : 'requester';
  pressing(world, dice, (own) => {
    void world.start('end-match', own, async (its) => {
      const ended = await its.endMatch()(one.id, answer, side, world.time.instant());
      return { refused: !ended.ok, says: ended.ok ? ended.value.state : ended.refusal };
    });
  });
};

/** Ends one match early from one's own page, with a reason and the hours that were done. */
export const endsMatchEarly: Act = (world, dice) => {
  const one = dice.pick([...world.history.matches.values()].filter(isCurrent));
  if (one === undefined) return;
  const ending = {
    by: dice.happens(0.5) ? 'practitioner' : 'requester',
    cause: dice.pick(endCauses.map(({ id }) => id))!,
    hoursDone: dice.below(4 * one.hours + 1) / 4,
  } as const;
  pressing(world, dice, (own) => {
    void world.start('end-early', own, async (its) => {
      const ended = await its.endEarly()(one, ending, world.time.instant());
      return { refused: !ended.ok, says: ended.ok ? ended.value.state : ended.refusal };
    });
  });
};

/** Says that all hours of a match are done, from one's own page; before its first day in vain. */
export const saysFinished: Act = (world, dice) => {
  const one = dice.pick([...world.history.matches.values()].filter(isCurrent));
  if (one === undefined) return;
  const side = dice.happens(0.5) ? 'practitioner' : 'requester';
  pressing(world, dice, (own) => {
    void world.start('finish-match', own, async (its) => {
      const said = await its.finishMatch()(one.id, side, world.time.instant());
      return { refused: !said.ok, says: said.ok ? said.value.state : said.refusal };
    });
  });
};

/** Opens the page of an organisation with the link in a digest, also after somebody else leads it. */
export const opensOrganisation: Act = (world, dice) => {
  const link = lately(world.mails.linksOf('organisation'), dice);
  if (link === undefined) return;
  const organisationId = world.history.emails.get(link.emailId)?.about.organisationId ?? '';
  const since = world.time.now;
  void world.start('organisation-page', dice, async (its) => {
    const shown = await over(its.organisationPage(), ofJson(link.token, 'GET', undefined));
    const isShown = shown.says?.startsWith('200') === true;
    return { ...shown, claims: () => !isShown || world.hasLed(organisationId, link.to, since) };
  });
};

export const looksBack: Act = (world, dice) => {
  const link = lately(world.mails.linksOf('feedback'), dice);
  if (link === undefined) return;
  const roll = dice.roll();
  const json =
    roll < 0.3
      ? { outcome: 'completed' }
      : roll < 0.4
        ? { outcome: 'ended-early', reason: 'learner-left' }
        : { rating: 4, wouldAgain: true };
  pressing(world, dice, (own) => {
    void world.start('feedback', own, (its) => over(its.feedback().answer, ofJson(link.token, 'POST', json)));
  });
};

/** Unsubscribes from reminders and digests, sometimes twice. */
export const unsubscribes: Act = (world, dice) => {
  const link = lately(world.mails.linksOf('unsubscribe'), dice);
  if (link === undefined) return;
  pressing(world, dice, (own) => {
    void world.start('unsubscribe', own, (its) =>
      over(its.unsubscribe().stop, ofJson(link.token, 'POST', undefined)),
    );
  });
};
