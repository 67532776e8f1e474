import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../shared/digest/compute-figures.ts';
import type { EmailName } from '../../../shared/notifications/email.ts';
import { aMatch, anOffer, aPractitioner, aRequest, aSeat, NOW } from '../../support/builders.ts';
import { aDigestRun, renderSample, sampleFacts } from '../../support/email-samples.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const textOf = async (...given: Parameters<typeof sampleFacts>) =>
  (await renderSample(sampleFacts(...given)))?.mail.text ?? '';
const isSent = async (...given: Parameters<typeof sampleFacts>) =>
  (await renderSample(sampleFacts(...given))) !== undefined;

describe('an offer', () => {
  it('says who, what, when and why, and nothing more about the learner', async () => {
    const text = await textOf('practitioner-offer-made');
    for (const fact of [
      'First name: Lee',
      'Your role: DPP',
      'Clinical area: Cardiovascular and hypertension',
      '1 February 2027 to 31 July 2027',
      'DPP needed by: 4 January 2027',
      'Answer by 9:15am on 27 November 2026',
      'You lead in the learner’s main area: cardiovascular and hypertension.',
      '3 DPPs fit this learner. You are the best fit.',
    ])
      expect(text).toContain(fact);
    for (const secret of [
      'Lee Learner',
      'lee@learner.example',
      'Medway Pharmacy',
      'Adults with hypertension',
    ])
      expect(text).not.toContain(secret);
  });

  it.each([
    ['dpp', 'Accept or decline by 5pm on 27 November: Lee needs a DPP'],
    ['practice-assessor', 'Answer by 5pm on 27 November: Lee needs a practice assessor'],
    ['practice-supervisor', 'Answer by 5pm on 27 November: Lee needs a supervisor'],
  ] as const)('of the role %s has a subject that says the role and fits', async (role, subject) => {
    const offer = anOffer({ role, expiresAt: '2026-11-27T17:00:00.000Z' });
    const rendered = await renderSample(sampleFacts('practitioner-offer-made', { offer }));
    expect(rendered?.mail.subject).toBe(subject);
  });

  it('to a learner with a long name still has a subject that says what is needed', async () => {
    const request = aRequest({ requesterName: 'Bartholomew-Maximilian Learner' });
    const offer = anOffer({ expiresAt: '2026-11-27T17:00:00.000Z' });
    const rendered = await renderSample(sampleFacts('practitioner-offer-made', { request, offer }));
    expect(rendered?.mail.subject).toBe('Answer by 5pm on 27 November: a learner needs you');
  });

  it('of a round says so in one sentence, with the same reasons', async () => {
    const offer = anOffer({ roundId: 'round1', holdsPlace: true });
    const sentence = 'This offer comes from a round: we match all learners of an intake together';
    for (const name of ['practitioner-offer-made', 'practitioner-offer-reminder'] as const) {
      const text = await textOf(name, { offer });
      expect(text).toContain(sentence);
      expect(text).toContain('3 DPPs fit this learner. You are the best fit.');
      expect(await textOf(name)).not.toContain(sentence);
    }
  });

  it('says how many of the hours are asked of this DPP, not only the course’s', async () => {
    const request = aRequest({ hours: 90, namedDppHours: 0, seats: [aSeat({ hours: 30 })] });
    const text = await textOf('practitioner-offer-made', { request });
    expect(text).toContain('Hours with you: 30 hours, 90 in all');
    expect(text).toContain('Supervised hours: 90');
  });

  it('declined in a round is followed by the round, not by the next DPP', async () => {
    const declined = { state: 'declined', decidedAt: NOW } as const;
    const alone = await textOf('requester-offer-declined', { offer: anOffer(declined) });
    expect(alone).toContain('We are asking the next DPP');
    const inRound = await textOf('requester-offer-declined', {
      offer: anOffer({ ...declined, roundId: 'round1' }),
    });
    expect(inRound).toContain('We are looking for another DPP in your round');
    expect(inRound).not.toContain('next DPP');
  });

  it('is not sent after its end', async () => {
    const expired = anOffer({ expiresAt: '2026-11-21T09:00:00.000Z' });
    expect(await isSent('practitioner-offer-made', { offer: expired })).toBe(false);
    expect(await isSent('practitioner-offer-reminder', { offer: expired })).toBe(false);
  });
});

describe('a match that one side ended early', () => {
  const ending = { by: 'practitioner', cause: 'broke-down', hoursDone: 30 } as const;
  const ended = aMatch({ state: 'ended-early', endReason: 'not-working', endedAt: NOW, ending });
  const seat = aSeat({ hours: 60, hoursDone: 30 });

  it('tells the learner what the DPP said, and how many hours count', async () => {
    const request = aRequest({ seats: [seat], reopenedAt: NOW });
    const text = await textOf('requester-seat-reopened', { request, seat, match: ended });
    expect(text).toContain('The DPP told us that the placement is not working for them.');
    expect(text).toContain('30 hours done so far count. 60 hours are left.');
  });

  it('does not tell learners who ended it themselves that their DPP had to stop', async () => {
    const own = { ...ended, ending: { ...ending, by: 'requester' as const } };
    const request = aRequest({ seats: [seat], reopenedAt: NOW });
    const text = await textOf('requester-seat-reopened', { request, seat, match: own });
    expect(text).not.toContain('can no longer supervise you');
    expect(text).not.toContain('had to stop');
  });

  it('gives the DPP the learner’s words, and the hours done', async () => {
    const own = { ...ended, ending: { ...ending, by: 'requester' as const, cause: 'funding' as const } };
    const text = await textOf('practitioner-match-ended', { match: own });
    expect(text).toContain('Reason: The learner told us that their funding was withdrawn.');
    expect(text).toContain('Hours done: 30');
  });

  it('does not mention the health of a DPP to the learner', async () => {
    const ill = { ...ended, ending: { ...ending, cause: 'dpp-ill' as const } };
    const request = aRequest({ seats: [seat], reopenedAt: NOW });
    const text = await textOf('requester-seat-reopened', { request, seat, match: ill });
    expect(text).not.toMatch(/\bill\b/u);
  });
});

describe('a registration with a known address', () => {
  it('says what a second employer and a colleague in one mailbox can do', async () => {
    const text = await textOf('practitioner-already-registered');
    expect(text).toContain('one listing covers both');
    expect(text).toContain('they need an email address of their own');
  });
});

describe('an agreed match', () => {
  it('gives each side the work contact of the other', async () => {
    const toPractitioner = await textOf('practitioner-match-agreed');
    for (const fact of ['Lee Learner', 'Medway Pharmacy', 'lee@learner.example'])
      expect(toPractitioner).toContain(fact);
    const toRequester = await textOf('requester-match-agreed');
    for (const fact of ['Amara Example', 'Harbour Surgery', 'amara@dpp.example', '01632 960 001'])
      expect(toRequester).toContain(fact);
  });

  it('of an employer names both the learner and who asked', async () => {
    const request = aRequest({
      requestedBy: 'employer',
      requesterName: 'Erin Employer',
      learnerName: 'Sol Student',
    });
    const text = await textOf('practitioner-match-agreed', { request });
    expect(text).toContain('Learner: Sol Student\nRequested by: Erin Employer');
  });

  it('says that a second person is still being sought', async () => {
    const text = await textOf('requester-match-agreed', { request: aRequest({ state: 'open' }) });
    expect(text).toContain('We are still looking');
  });
});

describe('an e-mail is dropped when its cause no longer holds', () => {
  it.each<[EmailName, Parameters<typeof sampleFacts>[1]]>([
    ['practitioner-address-confirm', { practitioner: aPractitioner({ state: 'awaiting-check' }) }],
    [
      'practitioner-capacity-check-in',
      { practitioner: aPractitioner({ confirmedAt: '2026-11-22T09:00:00.000Z' }) },
    ],
    ['practitioner-capacity-reminder', { practitioner: aPractitioner({ state: 'paused' }) }],
    ['practitioner-listing-hidden', { practitioner: aPractitioner() }],
    ['practitioner-offer-made', { offer: anOffer({ state: 'withdrawn' }) }],
    ['practitioner-offer-reminder', { offer: anOffer({ state: 'accepted' }) }],
    ['practitioner-match-agreed', { match: aMatch({ state: 'undone' }) }],
    ['requester-match-agreed', { match: aMatch({ state: 'undone' }) }],
    ['requester-offer-declined', { request: aRequest({ state: 'matched' }) }],
    ['requester-offer-declined', { offer: anOffer() }],
    ['requester-nobody-yet', { seat: aSeat({ state: 'offered' }) }],
    ['requester-seat-reopened', { seat: aSeat({ state: 'filled' }) }],
    ['team-nobody-left', { request: aRequest({ state: 'withdrawn' }) }],
    ['team-sign-off-near', { request: aRequest({ state: 'matched' }) }],
    ['team-check-wanted', { practitioner: aPractitioner() }],
  ])('%s', async (name, changes) => expect(await isSent(name, changes)).toBe(false));
});

it('a digest has no heading with nothing below it', async () => {
  const commitment = {
    matchId: 'match1',
    requestId: 'req1',
    seatId: 'seat1',
    from: '2026-09-01',
    to: '2027-03-01',
    university: 'medway',
  };
  const full = aPractitioner({ placesOffered: 1, commitments: [commitment] });
  const nothing = { requests: [], declined: [], matches: [], ledger: [] };
  const figures = computeFigures(
    { ...nothing, practitioners: [full] },
    '2026-11-23',
    kentAndMedway,
  )({ kind: 'system' });
  const text = await textOf('digest-system', {
    digest: { ...aDigestRun({ kind: 'system' }, false), figures },
  });
  expect(text).toContain('Places free: 0');
  expect(text).not.toContain('By profession');
  expect(await textOf('digest-system')).toContain('By profession');
});
