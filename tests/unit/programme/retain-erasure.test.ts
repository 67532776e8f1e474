import { beforeEach, describe, expect, it } from 'vitest';
import { ledgerOf } from '../../../functions/matching/changes.ts';
import { matchSeats } from '../../../functions/matching/match-seats.ts';
import { auditRow } from '../../../functions/platform/storage/audit.ts';
import { suppressionRepository } from '../../../functions/platform/storage/suppression-repository.ts';
import { erasedAndBack, retentionDue } from '../../../functions/programme/retain-rules.ts';
import { retain } from '../../../functions/programme/retain.ts';
import { eraseOwnRequest } from '../../../functions/registration/close-request.ts';
import { eraseListing } from '../../../functions/registration/leave-listing.ts';
import { openRequests } from '../../../functions/registration/open-requests.ts';
import { dataOfPractitioner, dataOfRequester } from '../../../functions/registration/personal-data.ts';
import { claim } from '../../../functions/registration/uniqueness.ts';
import { addressHash } from '../../../functions/platform/hash.ts';
import { emailFor } from '../../../shared/domain/email.ts';
import { ledgerEntrySchema } from '../../../shared/domain/ledger.ts';
import { noContext } from '../../../shared/matching/ask.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { aMatch, anOffer, aPractitioner, aRequest, aSeat } from '../../support/builders.ts';
import { registrationService } from '../../support/registration-service.ts';

const AT = '2026-11-20T09:00:00.000Z';
const comment = (text: string) => ({ at: AT, rating: 4, wouldAgain: true, comment: text });
const link = { expiresAt: '2027-01-01T00:00:00.000Z' };

const dpp = aPractitioner({
  id: 'dpp1',
  name: 'Zephyrine Quill',
  email: 'zephyrine.quill@harbour.example',
  phone: '07700900123',
  registrationNumber: '2099887',
  justification: 'free text of Zephyrine one',
  conflictsDeclared: 'free text of Zephyrine two',
  nextYearReason: 'free text of Zephyrine three',
  employerApprover: 'Zephyrine Quill',
  backUpName: 'Barnaby Standby',
  backUpEmail: 'Barnaby@standby.example',
  sites: [{ outcode: 'ME99', town: 'Quilltown', place: 'medway-swale' }],
  commitments: [
    {
      matchId: 'match1',
      requestId: 'req1',
      seatId: 'seat1',
      from: '2027-02-01',
      to: '2027-07-31',
      university: 'medway',
    },
  ],
});
const learner = aRequest({
  id: 'req1',
  state: 'matched',
  requesterName: 'Xanthippe Moor',
  learnerName: 'Wolfram Moor',
  requestedBy: 'employer',
  email: 'xanthippe.moor@north.example',
  registrationNumber: '2077665',
  organisation: { id: 'creek-pharmacy', name: 'Creek Pharmacy' },
  site: { outcode: 'ME98', town: 'Moorville', place: 'medway-swale' },
  scope: 'free text of Xanthippe one',
  canOffer: 'free text of Xanthippe two',
  onePersonReason: 'free text of Xanthippe three',
  nmpLeadName: 'Leda Lead',
  nmpLeadEmail: 'leda@north.example',
  conflicts: [{ kind: 'line-manager', who: 'free text of Xanthippe four' }],
  seats: [aSeat({ state: 'filled', offerId: 'offer1', practitionerId: 'dpp1', matchId: 'match1' })],
});

/** Everything that may ever name one of the two: their own, and what others wrote. */
const world = async () => {
  const its = registrationService();
  await its.given({
    practitioners: [
      dpp,
      aPractitioner({
        id: 'dpp2',
        name: 'Bilal Other',
        email: 'bilal@other.example',
        registrationNumber: '2011111',
        backUpName: 'Zephyrine Quill',
        backUpEmail: 'Zephyrine.Quill@Harbour.example',
        employerApprover: 'Xanthippe Moor',
        conflictsDeclared: 'My sister is Xanthippe Moor.',
      }),
    ],
    requests: [
      learner,
      aRequest({
        id: 'req2',
        email: 'other@learner.example',
        conflicts: [
          { kind: 'line-manager', who: 'Dr Zephyrine Quill or Bilal Other' },
          { kind: 'relative-or-close-tie', who: 'quill, zephyrine' },
        ],
        nmpLeadName: 'Xanthippe Moor',
        nmpLeadEmail: 'xanthippe.moor@north.example',
      }),
    ],
    offers: [
      anOffer({ state: 'accepted', matchId: 'match1', decidedAt: AT }),
      anOffer({
        id: 'offer0',
        requestId: 'req2',
        state: 'declined',
        decidedAt: AT,
        declineReason: 'other',
        declineNote: 'free text of Zephyrine four',
      }),
    ],
    matches: [
      aMatch({
        home: learner.organisation,
        learnerFeedback: comment('free text of Xanthippe five'),
        practitionerFeedback: comment('free text of Zephyrine five'),
      }),
    ],
  });
  const place = await openRequests(its.table, its.requests).placeFor(learner);
  await its.table.commit([
    ...claim(dpp),
    ...(place === undefined ? [] : [place]),
    its.organisations.save({
      id: 'north',
      version: 0,
      name: 'North Trust',
      place: 'medway-swale',
      leadName: 'Xanthippe Moor',
      leadEmail: 'xanthippe.moor@north.example',
      digests: true,
      createdAt: AT,
    }),
    its.organisations.save({
      id: 'harbour-surgery',
      version: 0,
      name: 'Harbour Surgery',
      place: 'medway-swale',
      leadName: 'Zephyrine Quill',
      leadEmail: 'zephyrine.quill@harbour.example',
      digests: true,
      createdAt: AT,
    }),
    auditRow('practitioner#dpp1', AT, 'a1', 'team:Tess', 'register-check-needs-more', {
      why: 'Zephyrine Quill has conditions',
    }),
    auditRow('request#req2', AT, 'a2', 'team:Tess', 'conflict-cleared', { why: 'Zephyrine Quill retired' }),
    auditRow('request#req1', AT, 'a3', 'team:Tess', 'conflict-cleared', { why: 'Wolfram Moor is fine' }),
    its.emails.save({
      ...emailFor('practitioner-match-agreed', 'match1', { practitionerId: 'dpp1' }, AT),
      state: 'sent',
    }),
    its.emails.save(emailFor('requester-match-agreed', 'match1', { requestId: 'req1' }, AT)),
    its.links.mint(
      { ...link, kind: 'manage', recipient: 'practitioner', practitionerId: 'dpp1' },
      'm'.repeat(43),
    ),
    its.links.mint({ ...link, kind: 'status', recipient: 'requester', requestId: 'req1' }, 's'.repeat(43)),
    suppressionRepository(its.table).unsubscribe(dpp.email, AT),
    suppressionRepository(its.table).unsubscribe(learner.email, AT),
  ]);
  return its;
};

const ZEPHYRINE = /zephyrine|quill|07700900123|2099887|ME99/iu;
const BARNABY = /barnaby|standby/iu;
const XANTHIPPE = /xanthippe|wolfram|moor|2077665|ME98/iu;

describe('erasure', () => {
  let its: Awaited<ReturnType<typeof world>>;
  beforeEach(async () => {
    its = await world();
  });
  const dump = () => its.table.rows().map((row) => JSON.stringify(row));
  const leaks = (of: RegExp) => dump().filter((row) => of.test(row));

  it('of a practitioner leaves no byte of them in any row, neither their own nor others’', async () => {
    expect(leaks(ZEPHYRINE).length).toBeGreaterThanOrEqual(8);
    const others = leaks(XANTHIPPE).length;
    expect((await eraseListing(its)('dpp1')).ok).toBe(true);
    expect(leaks(ZEPHYRINE)).toEqual([]);
    expect(leaks(XANTHIPPE)).toHaveLength(others);
  });

  it('of a practitioner leaves no byte of whom they named as back-up either', async () => {
    expect(leaks(BARNABY)).toHaveLength(1);
    await eraseListing(its)('dpp1');
    expect(leaks(BARNABY)).toEqual([]);
  });

  it('of somebody who was named as back-up takes them out of the listing that named them', async () => {
    await its.given({
      practitioners: [
        aPractitioner({
          id: 'dpp4',
          name: 'Barnaby Standby',
          email: 'barnaby@standby.example',
          registrationNumber: '2044444',
        }),
      ],
    });
    await eraseListing(its)('dpp4');
    expect(leaks(BARNABY)).toEqual([]);
    expect(leaks(/2044444/u)).toEqual([]);
  });

  it('of a practitioner whom a learner relies on keeps who is asked next, without an address', async () => {
    const standby = aPractitioner({
      id: 'dpp9',
      name: 'Barnaby Standby',
      email: 'barnaby@standby.example',
      registrationNumber: '2099999',
      organisation: { id: 'far', name: 'Far Surgery' },
    });
    await its.given({ practitioners: [standby, aPractitioner({ id: 'dpp3', email: 'near@dpp.example' })] });
    await its.table.commit(claim(standby));
    await eraseListing(its)('dpp1');
    const left = await its.requests.find('req1');
    expect(left?.state).toBe('open');
    expect(left?.seats[0]?.tried).toMatchObject([
      { practitionerId: 'dpp1', outcome: 'left', backUpId: 'dpp9' },
    ]);
    if (left === undefined) throw new Error('no request');
    const near = { outcode: 'ME4', town: 'Chatham', place: 'medway-swale' } as const;
    await its.table.commit([its.requests.save({ ...left, site: near, conflicts: [] })]);
    await matchSeats({
      ...its,
      policy,
      memory: () => Promise.resolve(noContext),
      log: { event: () => undefined, surprise: () => undefined },
    })(['req1']);
    expect((await its.requests.find('req1'))?.seats[0]).toMatchObject({
      state: 'offered',
      practitionerId: 'dpp9',
    });
  });

  it('leaves of give and take between organisations only ids, hours and the organisations’ names', async () => {
    await its.table.commit(ledgerOf(its.table, [aMatch({ home: learner.organisation })]));
    await eraseListing(its)('dpp1');
    await eraseOwnRequest(its)('req1');
    const lines = its.table.rows().filter(({ kind }) => kind === 'ledger');
    expect(lines.length).toBeGreaterThanOrEqual(2);
    for (const { entry } of lines)
      expect(Object.keys(ledgerEntrySchema.parse(entry)).toSorted()).toEqual([
        'at',
        'counterpart',
        'homePlace',
        'hostPlace',
        'hours',
        'id',
        'matchId',
        'organisation',
        'requestId',
        'role',
        'side',
        'since',
      ]);
    expect([...leaks(ZEPHYRINE), ...leaks(XANTHIPPE)]).toEqual([]);
  });

  it('of a requester leaves no byte of them or of the learner in any row', async () => {
    expect(leaks(XANTHIPPE).length).toBeGreaterThanOrEqual(6);
    const others = leaks(ZEPHYRINE).length;
    expect((await eraseOwnRequest(its)('req1')).ok).toBe(true);
    expect(leaks(XANTHIPPE)).toEqual([]);
    // One fewer: why the team cleared a conflict of a request that named them is taken out as a whole.
    expect(leaks(ZEPHYRINE)).toHaveLength(others - 1);
  });

  it('leaves no fingerprint of an address either, but for the one that says not to write to it', async () => {
    await eraseListing(its)('dpp1');
    await eraseOwnRequest(its)('req1');
    for (const { email } of [dpp, learner])
      expect(dump().filter((row) => row.includes(addressHash(email)))).toEqual([
        expect.stringContaining('"kind":"suppression"'),
      ]);
  });

  it('keeps apart whom a learner wrote about in the same breath', async () => {
    await eraseListing(its)('dpp1');
    expect((await its.requests.find('req2'))?.conflicts.map(({ who }) => who)).toEqual([
      'Dr erased or Bilal Other',
      'erased',
    ]);
  });

  it('twice is once', async () => {
    await eraseListing(its)('dpp1');
    await eraseOwnRequest(its)('req1');
    const once = dump();
    expect((await eraseListing(its)('dpp1')).ok).toBe(true);
    expect((await eraseOwnRequest(its)('req1')).ok).toBe(true);
    expect(dump()).toEqual(once);
  });

  it('finds also what the index has not heard of yet', async () => {
    const match = await its.matches.find('match1');
    if (match === undefined) throw new Error('no match');
    its.table.index.hold();
    await its.table.commit([its.matches.save({ ...match, state: 'started' })]);
    await eraseListing(its)('dpp1');
    expect(leaks(/free text of Zephyrine/u)).toEqual([]);
  });

  it('is done again by the nightly run when a restore brought people back, as long as the log of erasures is there', async () => {
    const backup = its.table.rows();
    await eraseListing(its)('dpp1');
    await eraseOwnRequest(its)('req1');
    const log = its.table.rows().filter(({ kind }) => kind === 'erasure');
    expect(log).toHaveLength(2);
    its.table.restore([...backup, ...log]);
    expect(leaks(ZEPHYRINE)).not.toEqual([]);
    const deps = { ...its, erasePractitioner: eraseListing(its), eraseRequest: eraseOwnRequest(its) };
    const quiet = { event: () => undefined, surprise: () => undefined };
    await retain({ ...deps, log: quiet, due: retentionDue(deps), erasedAndBack: erasedAndBack(deps) })();
    expect([...leaks(ZEPHYRINE), ...leaks(XANTHIPPE)]).toEqual([]);
  });
});

describe('the data that somebody may have about themselves', () => {
  it('of a practitioner holds something of every kind of row that is about them', async () => {
    const its = await world();
    const data = JSON.stringify(await dataOfPractitioner(its)('dpp1'));
    for (const mark of [
      'Zephyrine Quill',
      '2099887',
      'free text of Zephyrine one',
      'free text of Zephyrine four',
      'free text of Zephyrine five',
      'has conditions',
      '"match1"',
      '"offer0"',
      '"practitioner-match-agreed"',
      '"kind":"manage"',
      '"notWrittenTo":"nudges"',
      '"reserved":["email","registration"]',
      '"namedByOthers":{"listings":1,"requests":1,"prescribingLeadOf":["Harbour Surgery"]}',
    ])
      expect(data, mark).toContain(mark);
    expect(data).not.toMatch(XANTHIPPE);
  });

  it('of a requester holds something of every kind of row that is about them, and nobody else', async () => {
    const its = await world();
    const data = JSON.stringify(await dataOfRequester(its)('req1'));
    for (const mark of [
      'Xanthippe Moor',
      'Wolfram Moor',
      '2077665',
      'free text of Xanthippe four',
      'free text of Xanthippe five',
      '"conflict-cleared"',
      '"requester-match-agreed"',
      '"kind":"status"',
      '"notWrittenTo":"nudges"',
      '"prescribingLeadOf":["North Trust"]',
    ])
      expect(data, mark).toContain(mark);
    expect(data).not.toMatch(/zephyrine|quill|has conditions/iu);
  });
});
