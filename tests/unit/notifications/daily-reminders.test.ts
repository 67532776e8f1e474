import { describe, expect, it } from 'vitest';
import { dailyReminders } from '../../../functions/notifications/reminders/daily-reminders.ts';
import { everyReminder } from '../../../functions/notifications/reminders/every-reminder.ts';
import { aMatch, anOffer, aPractitioner, aRequest, NOW } from '../../support/builders.ts';
import { anOutbox } from '../../support/outbox.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const aDay = () => {
  const outbox = anOutbox();
  let ids = 0;
  const run = dailyReminders({
    ...outbox,
    log: outbox.quiet,
    chance: { id: () => `audit${String((ids += 1))}` },
    reminders: everyReminder({ ...outbox, system: kentAndMedway }),
  });
  const outboxIds = () =>
    outbox.memory
      .rows()
      .flatMap(({ pk }) => (pk.startsWith('EMAIL#') ? [pk.slice('EMAIL#'.length)] : []))
      .sort();
  return { ...outbox, run, outboxIds };
};

const listed = (confirmedAt: string, changes: Parameters<typeof aPractitioner>[0] = {}) =>
  aPractitioner({ version: 0, confirmedAt, ...changes });

describe('an unanswered offer', () => {
  it('is followed by one reminder at half time', async () => {
    const day = aDay();
    await day.given(day.offers.save(anOffer({ version: 0 })));
    await day.run();
    expect(day.outboxIds()).toEqual([]);
    day.at('2026-11-24T09:15:00.000Z');
    await day.run();
    await day.run();
    expect(day.outboxIds()).toEqual(['practitioner-offer-reminder.offer1']);
    expect(await day.offers.find('offer1')).toMatchObject({ remindedAt: '2026-11-24T09:15:00.000Z' });
  });

  it('is followed by no reminder after its end', async () => {
    const day = aDay();
    await day.given(day.offers.save(anOffer({ version: 0 })));
    day.at('2026-11-27T09:15:00.000Z');
    await day.run();
    expect(day.outboxIds()).toEqual([]);
  });
});

describe('a listing that is not confirmed', () => {
  it('gets a check-in after 90 days, another after 14 more, and is hidden after 120', async () => {
    const day = aDay();
    await day.given(day.practitioners.save(listed('2026-08-01T07:00:00.000Z')));
    day.at('2026-10-30T06:59:00.000Z');
    await day.run();
    expect(day.outboxIds()).toEqual([]);

    day.at('2026-10-30T07:00:00.000Z');
    await day.run();
    await day.run();
    expect(day.outboxIds()).toEqual(['practitioner-capacity-check-in.dpp1.2026-08-01T0700']);
    day.at('2026-11-12T07:00:00.000Z');
    await day.run();
    expect(day.outboxIds()).toHaveLength(1);
    day.at('2026-11-13T07:00:00.000Z');
    await day.run();
    day.at('2026-11-14T07:00:00.000Z');
    await day.run();
    expect(day.outboxIds()).toContain('practitioner-capacity-reminder.dpp1.2026-08-01T0700');
    expect(day.outboxIds()).toHaveLength(2);

    day.at('2026-11-29T06:59:00.000Z');
    await day.run();
    expect(day.outboxIds()).toHaveLength(2);
    day.at('2026-11-29T07:00:00.000Z');
    await day.run();
    await day.run();
    expect(day.outboxIds()).toContain('practitioner-listing-hidden.dpp1.2026-08-01T0700');
    expect(day.outboxIds()).toHaveLength(3);
    expect(await day.practitioners.find('dpp1')).toMatchObject({ state: 'stale' });
  });

  it('gets a new check-in 90 days after it was confirmed', async () => {
    const day = aDay();
    await day.given(
      day.practitioners.save(
        listed('2026-08-20T07:00:00.000Z', { checkInAskedAt: '2026-08-10T07:00:00.000Z' }),
      ),
    );
    await day.run();
    expect(day.outboxIds()).toEqual(['practitioner-capacity-check-in.dpp1.2026-08-20T0700']);
  });

  it('is left alone while it is paused', async () => {
    const day = aDay();
    await day.given(day.practitioners.save(listed('2026-01-01T07:00:00.000Z', { state: 'paused' })));
    await day.run();
    expect(day.outboxIds()).toEqual([]);
  });
});

it('the team is told once of a register check that expires within four weeks', async () => {
  const day = aDay();
  const check = { by: 'Team', at: NOW, seen: 'entry', dueOn: '2026-12-19' };
  await day.given(
    day.practitioners.save(listed(NOW, { check })),
    day.practitioners.save(listed(NOW, { id: 'dpp2', check: { ...check, dueOn: '2026-12-20' } })),
  );
  await day.run();
  await day.run();
  expect(day.outboxIds()).toEqual(['team-check-wanted.dpp1.2026-12-19']);
});

it('the team is told once of an open request whose sign-off date is within two weeks', async () => {
  const day = aDay();
  await day.given(
    day.requests.save(aRequest({ version: 0, signOffNeededBy: '2026-12-05' })),
    day.requests.save(aRequest({ version: 0, id: 'req2', signOffNeededBy: '2026-12-06' })),
    day.requests.save(aRequest({ version: 0, id: 'req3', signOffNeededBy: '2026-11-20' })),
    day.requests.save(aRequest({ version: 0, id: 'req4', state: 'matched', signOffNeededBy: '2026-12-01' })),
  );
  await day.run();
  await day.run();
  expect(day.outboxIds()).toEqual(['team-sign-off-near.req1.2026-12-05']);
});

describe('a match', () => {
  it('starts on its first day', async () => {
    const day = aDay();
    await day.given(day.matches.save(aMatch({ version: 0 })));
    day.at('2027-01-31T07:00:00.000Z');
    await day.run();
    expect(await day.matches.find('match1')).toMatchObject({ state: 'agreed' });
    day.at('2027-02-01T07:00:00.000Z');
    await day.run();
    expect(await day.matches.find('match1')).toMatchObject({ state: 'started' });
    expect(day.outboxIds()).toEqual([]);
  });

  it('that ends within a week is followed by one e-mail to each side', async () => {
    const day = aDay();
    await day.given(day.matches.save(aMatch({ version: 0, state: 'started' })));
    day.at('2027-07-23T06:00:00.000Z');
    await day.run();
    expect(day.outboxIds()).toEqual([]);
    day.at('2027-07-24T06:00:00.000Z');
    await day.run();
    await day.run();
    expect(day.outboxIds()).toEqual([
      'practitioner-match-ending.match1.2027-07-31',
      'requester-match-ending.match1.2027-07-31',
    ]);
  });

  it('that was extended is followed by another e-mail at its new end', async () => {
    const day = aDay();
    await day.given(day.matches.save(aMatch({ version: 0, state: 'started' })));
    day.at('2027-07-30T06:00:00.000Z');
    await day.run();
    await day.given(
      day.matches.save(
        aMatch({ version: 2, state: 'started', to: '2027-08-31', endingAskedAt: '2027-07-30T06:00:00.000Z' }),
      ),
    );
    await day.run();
    expect(day.outboxIds()).toHaveLength(2);
    day.at('2027-08-30T06:00:00.000Z');
    await day.run();
    expect(day.outboxIds()).toHaveLength(4);
  });
});

describe('a reminder whose noun changes meanwhile', () => {
  /**
   * A day on which two reminders of offers are due. The commit of the first one has `crossings` write conflicts before
   * it succeeds.
   */
  const aBusyDay = async (crossings: number) => {
    const day = aDay();
    await day.given(
      day.offers.save(anOffer({ version: 0 })),
      day.offers.save(anOffer({ version: 0, id: 'offer2', requestId: 'req2' })),
    );
    day.at('2026-11-24T09:15:00.000Z');
    const events: unknown[] = [];
    let commits = 0;
    let ids = 0;
    const run = dailyReminders({
      ...day,
      table: {
        commit: (changes) => {
          const about = JSON.stringify(changes).includes('offer1');
          if (changes.some((change) => change.do === 'put' && change.row['kind'] === 'email')) commits += 1;
          return about && crossings-- > 0
            ? Promise.resolve({ committed: false, unmet: [], conflict: true })
            : day.memory.commit(changes);
        },
      },
      log: { ...day.quiet, event: (name, facts) => events.push([name, facts]) },
      chance: { id: () => `audit${String((ids += 1))}` },
      reminders: everyReminder({ ...day, system: kentAndMedway }),
    });
    await run();
    return { ...day, events, commits: () => commits };
  };

  it.each([1, 2])('is retried alone in the same run after %i write conflicts', async (crossings) => {
    const day = await aBusyDay(crossings);
    expect(day.outboxIds()).toEqual([
      'practitioner-offer-reminder.offer1',
      'practitioner-offer-reminder.offer2',
    ]);
    expect(day.commits()).toBe(2 + crossings);
    expect(day.events).toEqual([['offer-reminded', { count: 2, run: 'daily#2026-11-24' }]]);
  });

  it('is left to the next day after three write conflicts', async () => {
    const day = await aBusyDay(3);
    expect(day.outboxIds()).toEqual(['practitioner-offer-reminder.offer2']);
    expect(day.commits()).toBe(4);
    await day.run();
    expect(day.outboxIds()).toHaveLength(2);
  });

  it('is not sent when it is no longer due', async () => {
    const day = aDay();
    await day.given(day.offers.save(anOffer({ version: 0 })));
    day.at('2026-11-24T09:15:00.000Z');
    const stale = await day.offers.pendingPage({ size: 10 });
    await day.given(day.offers.save(anOffer({ version: 1, state: 'accepted' })));
    await dailyReminders({
      ...day,
      log: day.quiet,
      chance: { id: () => 'audit' },
      reminders: everyReminder({
        system: kentAndMedway,
        ...day,
        offers: { ...day.offers, pendingPage: () => Promise.resolve(stale) },
      }),
    })();
    expect(day.outboxIds()).toEqual([]);
  });
});

describe('a request that waits for support', () => {
  const SINCE = '2026-11-23T10:00:00.000Z';
  const waits = (changes: Parameters<typeof aRequest>[0] = {}) =>
    aRequest({
      version: 0,
      state: 'waiting-for-support',
      seats: [],
      signOffNeededBy: '2027-01-04',
      nmpLeadName: 'Nina Lead',
      nmpLeadEmail: 'nina@throw-away.example',
      support: { since: SINCE, askedAt: SINCE },
      ...changes,
    });

  it('reminds its lead once after two working days, tells the team once after four, and never opens', async () => {
    const day = aDay();
    await day.given(day.requests.save(waits()));
    const told = async (now: string) => {
      day.at(now);
      await day.run();
      await day.run();
      return day.outboxIds();
    };
    expect(await told('2026-11-24T09:00:00.000Z')).toEqual([]);
    const reminder = `lead-support-reminder.req1.${SINCE}`;
    expect(await told('2026-11-25T09:00:00.000Z')).toEqual([reminder]);
    expect(await told('2026-11-26T09:00:00.000Z')).toEqual([reminder]);
    expect(await told('2026-11-27T09:00:00.000Z')).toEqual([reminder, 'team-support-overdue.req1']);
    expect(await told('2026-12-31T09:00:00.000Z')).toHaveLength(2);
    expect(await day.requests.find('req1')).toMatchObject({ state: 'waiting-for-support' });
  });

  it('does not remind a lead who has answered', async () => {
    const day = aDay();
    const answer = { says: 'does-not-support', at: SINCE, counts: true } as const;
    await day.given(day.requests.save(waits({ support: { since: SINCE, askedAt: SINCE, answer } })));
    day.at('2026-11-25T09:00:00.000Z');
    await day.run();
    expect(day.outboxIds()).toEqual([]);
  });

  it('is told to the team sooner when little time is left', async () => {
    const day = aDay();
    await day.given(day.requests.save(waits({ signOffNeededBy: '2026-11-25' })));
    day.at('2026-11-24T09:00:00.000Z');
    await day.run();
    expect(day.outboxIds()).toEqual(['team-support-overdue.req1']);
  });
});
