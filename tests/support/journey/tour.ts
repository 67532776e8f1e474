import { auditRow } from '../../../functions/store/audit-row.ts';
import { nounChanges } from '../../../functions/store/noun-changes.ts';
import { organisationPersonId } from '../../../functions/store/repositories/organisation-trust-repository.ts';
import { addDays, addHours, instantOf, londonDay } from '../../../shared/kernel/time.ts';
import { anOffer, aPractitioner, aRequest, aSeat } from '../builders.ts';
import { neighbours, sharePlaces } from './neighbours.ts';
import type { JourneyStack } from './stack.ts';
import { linkIn } from './stack.ts';
import { busyWorld, mintLinks } from './world.ts';

const idOf = (row: Readonly<Record<string, unknown>> | undefined): string =>
  String(row?.['pk']).split('#')[1] ?? '';

/** Stores records of months ago, for which reminders, lapses and deletions are due. */
const longAgo = async (stack: JourneyStack): Promise<void> => {
  const { table } = await stack.table();
  const now = instantOf((await stack.now()).getTime());
  const daysAgo = (days: number) => addHours(now, -24 * days);
  const dayAgo = (days: number) => londonDay(daysAgo(days));
  const courses = {
    courseStart: dayAgo(-20),
    courseEnd: dayAgo(-100),
    applicationsClose: dayAgo(-10),
  };
  const pending = { state: 'offered', offerId: 'old-offer', practitionerId: 'dpp-silent' } as const;
  const nouns = {
    practitioners: [
      aPractitioner({
        id: 'dpp-silent',
        version: 0,
        email: 'silent@dpp.example',
        confirmedAt: daysAgo(95),
        pendingOffers: [
          { offerId: 'old-offer', from: courses.courseStart, to: courses.courseEnd, holdsPlace: false },
        ],
      }),
      aPractitioner({ id: 'dpp-stale', version: 0, email: 'stale@dpp.example', confirmedAt: daysAgo(130) }),
      aPractitioner({
        id: 'dpp-never-confirmed',
        version: 0,
        state: 'unconfirmed',
        email: 'never@dpp.example',
        createdAt: daysAgo(60),
        confirmedAt: daysAgo(60),
        updatedAt: daysAgo(60),
      }),
      aPractitioner({
        id: 'dpp-left',
        version: 0,
        state: 'withdrawn',
        email: 'left@dpp.example',
        createdAt: daysAgo(3_000),
        confirmedAt: daysAgo(3_000),
        updatedAt: daysAgo(2_900),
      }),
    ],
    requests: [
      aRequest({
        id: 'req-waiting',
        version: 0,
        ...courses,
        signOffNeededBy: dayAgo(-8),
        seats: [aSeat({ id: 'seat-waiting', ...pending })],
      }),
      aRequest({ id: 'req-too-late', version: 0, ...courses, signOffNeededBy: dayAgo(2) }),
    ],
    offers: [
      anOffer({
        id: 'old-offer',
        version: 0,
        requestId: 'req-waiting',
        seatId: 'seat-waiting',
        practitionerId: 'dpp-silent',
        madeAt: daysAgo(8),
        remindAt: daysAgo(4),
        expiresAt: daysAgo(1),
      }),
    ],
  };
  for (const change of nounChanges(table, nouns)) await table.commit([change]);
  await table.commit([
    auditRow('practitioner#dpp-left', daysAgo(5), 'left', 'practitioner', 'practitioner-left'),
  ]);
};

/**
 * Reads the public pages before anything was published, changes a DPP before the schedule has rebuilt the files, and
 * leaves a file of a builder that died, which the next rebuild removes.
 */
const withoutFiles = async (stack: JourneyStack, change: () => Promise<void>): Promise<void> => {
  const prefix = 'kent-and-medway/published/';
  const files = await stack.files();
  await stack.whenFresh();
  for (const { key } of await files.list(prefix)) await files.remove(key);
  // Functions use the files that they have read for three seconds.
  await new Promise((later) => setTimeout(later, 3_500));
  for (const path of ['/find-a-dpp/results?near=ME7', '/open-data/directory.json'])
    await stack.caller.see(path);
  await change();
  await files.put(`${prefix}00000000000001-dead-csv`, new Uint8Array(), { contentType: 'text/csv' });
  await stack.advance({ minutes: 3 });
};

/** Offers a place across the border, and erases the DPP while it is lent. */
const acrossTheBorder = async (network: number): Promise<void> => {
  const { kent, sussex, share, dppInSussex, learnerInKent } = neighbours(network);
  await sharePlaces(kent, { 'kent-and-medway': ['sussex'], sussex: ['kent-and-medway'] });
  await kent.forgetQuotas();
  await dppInSussex({ leadArea: 'mental-health', areas: ['mental-health'] });
  await learnerInKent({ leadArea: 'mental-health' });
  await kent.mailTo('amara@sussex.example', 'Accept or decline');
  const manage = linkIn(await sussex.mailTo('amara@sussex.example', /listed as a DPP/iu), 'manage');
  await sussex.caller.post(`${manage}/erase`, { decision: 'yes' });
  await share();
};

/** Lists a DPP of whom the register says nothing about where they work, because somebody known to the team vouches. */
const vouchedFor = async (stack: JourneyStack): Promise<void> => {
  const email = 'vera@unknown.example';
  const by = 'Tess Team';
  await stack.forgetQuotas();
  await stack.caller.post(
    '/api/v1/practitioners',
    stack.anOffer({
      name: 'Vera Example',
      email,
      registrationNumber: '2012350',
      organisation: 'Ferry Surgery',
    }),
  );
  await stack.settle();
  await stack.confirmed(email);
  const vera = (await stack.nouns('practitioner')).find((row) => JSON.stringify(row).includes(email));
  await stack.team('check', { id: idOf(vera), by, seen: 'annotated as independent prescriber' });
  const organisation = idOf(
    (await stack.nouns('organisation')).find((row) => JSON.stringify(row).includes('Ferry Surgery')),
  );
  const voucher = 'victor@known.example';
  const how = 'called the surgery';
  await stack.team('confirm-voucher', { organisation, email: voucher, name: 'Victor Known', by, how });
  const asked = linkIn(await stack.mailTo(voucher, /\/vouch\//u), 'vouch');
  await stack.caller.see(asked);
  const [expired = ''] = await mintLinks(
    stack,
    [
      {
        kind: 'vouch',
        recipient: 'organisation',
        practitionerId: idOf(vera),
        organisationId: organisation,
        occasion: organisationPersonId('voucher', voucher),
      },
    ],
    -1,
  );
  await stack.caller.post(expired, { renew: true });
  await stack.caller.post(asked, { answer: 'yes' });
  await stack.settle();
  await stack.mailTo(email, /listed as a DPP/iu);
};

/**
 * Performs every action of people, the team and schedules once, so that every function makes all its calls.
 */
export const tourOfEveryFunction = async (stack: JourneyStack): Promise<void> => {
  const { caller } = stack;
  const press = async (path: string, given: Readonly<Record<string, unknown>>): Promise<void> => {
    await caller.post(path, given);
    await stack.settle();
  };
  /** Gives a command about rounds. @returns the answer as JSON */
  const round = async (command: string, facts: Readonly<Record<string, unknown>> = {}): Promise<string> => {
    const outcome = JSON.stringify(await stack.invoke('programme-rounds', { command, ...facts }));
    await stack.settle();
    if (!outcome.includes('"ok":true')) throw new Error(`${command}: ${outcome}`);
    return outcome;
  };
  const world = await busyWorld(stack);
  const { pages, practitionerId, requestId, matchId } = world;
  for (const path of Object.values(pages)) await caller.see(path);
  for (const path of [
    '/api/v1/nowhere',
    '/health',
    '/api/v1/directory',
    '/find-a-dpp/results.csv?mode=mixed',
    '/insights?format=json',
  ])
    await caller.get(path);

  // Requests new links in place of expired ones.
  const dead = await mintLinks(
    stack,
    [
      { kind: 'confirm', recipient: 'practitioner', practitionerId },
      { kind: 'manage', recipient: 'practitioner', practitionerId },
      { kind: 'status', recipient: 'requester', requestId },
      { kind: 'capacity', recipient: 'practitioner', practitionerId },
      { kind: 'offer', recipient: 'practitioner', practitionerId, requestId, offerId: 'gone' },
      { kind: 'feedback', recipient: 'requester', requestId, matchId },
    ],
    -1,
  );
  for (const path of dead) {
    await stack.forgetQuotas();
    await press(path, { renew: true });
  }

  // Opens the personal pages, first those of the DPP, then those of the learner.
  const manage = pages['own page of a DPP'];
  await caller.get(`${manage}/data`);
  for (const action of ['pause', 'resume', 'confirm-details']) await press(`${manage}/${action}`, {});
  await press(`${manage}/places`, { placesOffered: 2 });
  await press(`${manage}/about-you`, { name: 'Amara B Example' });
  await press(`${manage}/registration-and-experience`, { registrationNumber: '2019999' });
  await press(pages['check-in'], { canSupervise: 'yes', placesOffered: 2 });
  await caller.get(`${pages['own page of a learner']}/data`);

  // Answers an offer: declines, undoes that, and accepts with a conflict of interest. Then the match starts, ends and
  // gets feedback.
  await press(world.offer, { decision: 'decline', reason: 'no-time' });
  await press(world.offer, { decision: 'undo' });
  await press(world.offer, { decision: 'accept', conflicts: ['line-manager'] });
  await stack.team('list');
  await stack.team('flags');
  const conflicted = (await stack.nouns('request')).find((row) =>
    JSON.stringify(row).includes('line-manager'),
  );
  await stack.team('clear-conflict', { id: idOf(conflicted), by: 'Tess Team', why: 'looked at' });
  await press(pages['how a match stands (DPP)'], {
    outcome: 'longer',
    until: addDays(await stack.today(), 200),
  });
  await press(pages['how a match stands (learner)'], { outcome: 'ended-early', reason: 'other' });
  await press(pages['how a match stands (learner)'], { rating: 4, wouldAgain: true });
  await press(pages.unsubscribe, {});

  // Says that an organisation with a balance is another one, so that its records move.
  await stack.team('organisations');
  await stack.team('borders');
  const [one, ...others] = (await stack.nouns('organisation')).toSorted(
    (a, b) => Number(JSON.stringify(b).includes('Harbour')) - Number(JSON.stringify(a).includes('Harbour')),
  );
  await stack.team('identify', { id: idOf(one), by: 'Tess Team', as: idOf(others[0]) });

  // Makes three registrations: one about which the team has a question, one that the owner of the address disowns, and
  // one with the address of an existing listing.
  await press(pages['confirm a registration'], { decision: 'yes' });
  const waiting = (await stack.nouns('practitioner')).find((row) =>
    JSON.stringify(row).includes('awaiting-check'),
  );
  await stack.team('needs-more', { id: idOf(waiting), by: 'Tess Team', why: 'number not found' });
  await press(pages['confirm a request'], { decision: 'no' });
  await stack.forgetQuotas();
  await press('/api/v1/practitioners', stack.anOffer());

  await vouchedFor(stack);

  // Runs a round: it is gathered, its seed is drawn, and its plan is solved, shown and confirmed. Insights and digests
  // include the round afterwards.
  const day = await stack.today();
  await stack.asked({
    requesterName: 'Pia Learner',
    email: 'pia@learner.example',
    registrationNumber: '2054329',
    // No DPP has this clinical area, so the learner is still waiting when the round starts.
    leadArea: 'mental-health',
  });
  // Opens her page once it is clear that nobody fits: it says what would help.
  await stack.advance({ minutes: 2 });
  await stack.advance({ minutes: 6 });
  await caller.see(linkIn(await stack.mailTo('pia@learner.example', 'Widen your request'), 'status'));
  const by = 'Tess Team';
  const gathered = await round('round-gather', {
    name: 'Spring',
    by,
    startsFrom: day,
    startsTo: addDays(day, 300),
  });
  const id = /"id":"(\w+)"/u.exec(gathered)?.[1] ?? '';
  for (const command of ['round-snapshot', 'round-solve', 'round-confirm']) await round(command, { id, by });
  await round('round-list');
  await round('round-show', { id });
  await stack.whenFresh();
  for (const path of ['/insights', '/insights?about=fairness']) await caller.see(path);
  await caller.see('/no-such-page/');

  await withoutFiles(stack, () => press(`${manage}/about-you`, { name: 'Amara C Example' }));
  await acrossTheBorder(95);

  // Reports a bounced e-mail and a complaint.
  const mails = await stack.mails();
  for (const [index, kind] of (
    ['bounce', 'complaint', 'soft-bounce', 'delay', 'reject'] as const
  ).entries()) {
    const mail = mails[index];
    if (mail !== undefined)
      await stack.mailEvent({ kind, messageId: mail.messageId, to: mail.destination.to[0] ?? '' });
  }

  // Simulates that nobody answers: stores records of months ago, stops the stream and runs every schedule by hand.
  await stack.pauseStreams();
  await longAgo(stack);
  await stack.forgetQuotas();
  await press(
    '/api/v1/practitioners',
    stack.anOffer({ name: 'Dina Example', email: 'dina@dpp.example', registrationNumber: '2012348' }),
  );
  // Forgets the digests of this week, so that they are made again, with the round.
  await stack.forgetDigests();
  for (const { name } of await stack.schedules()) await stack.runSchedule(name);
  await stack.resumeStreams();

  // Withdraws and erases people.
  await press(`${pages['own page of a learner']}/withdraw`, { decision: 'yes' });
  // Opens the form with the answers of the request that was withdrawn, which the secret encrypts.
  await caller.see(`${pages['own page of a learner']}/ask-again`);
  await press(`${pages['own page of a learner']}/erase`, { decision: 'yes' });
  await press(`${manage}/leave`, { decision: 'yes' });
  await press(`${manage}/erase`, { decision: 'yes' });
  linkIn(await stack.mailTo('dina@dpp.example', 'Confirm'), 'confirm');
};
