import { teamDecisionRows } from '../../functions/store/audit-row.ts';
import { auditOf030 } from './audit-of-0-3-0.ts';
import { suppressionRepository } from '../../functions/store/repositories/suppression-repository.ts';
import { openRequests } from '../../functions/store/open-requests.ts';
import { claim } from '../../functions/store/unique-claims.ts';
import { emailFor } from '../../shared/notifications/email.ts';
import { sentEmail } from '../../shared/notifications/email-moves.ts';
import { aMatch, anOffer, aPractitioner, aRequest, aSeat, conflictWith } from './builders.ts';
import { registrationService } from './registration-service.ts';

const AT = '2026-11-20T09:00:00.000Z';
const comment = (text: string) => ({ at: AT, rating: 4, wouldAgain: true, comment: text });
const link = { expiresAt: '2027-01-01T00:00:00.000Z' };

export const dpp = aPractitioner({
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
export const learner = aRequest({
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
  conflicts: [conflictWith('free text of Xanthippe four')],
  seats: [aSeat({ state: 'filled', offerId: 'offer1', practitionerId: 'dpp1', matchId: 'match1' })],
});

/**
 * Stores every kind of row that may name one of two people: their own rows, and rows in which others wrote about them.
 */
export const everythingAboutTwo = async () => {
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
        conflictsDeclared: 'Xanthippe Moor',
      }),
    ],
    requests: [
      learner,
      aRequest({
        id: 'req2',
        email: 'other@learner.example',
        conflicts: [
          conflictWith('Dr Zephyrine Quill'),
          conflictWith('Bilal Other'),
          conflictWith('quill, zephyrine', { kind: 'relative-or-close-tie' }),
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
      aMatch({ home: learner.organisation }),
      aMatch({
        id: 'match0',
        state: 'completed',
        home: learner.organisation,
        learnerFeedback: comment('free text of Xanthippe five'),
        practitionerFeedback: comment('free text of Zephyrine five'),
      }),
    ],
  });
  const place = await openRequests(its.table, its.requests).placeFor(learner, true);
  await its.table.commit([
    ...claim(its.table, dpp),
    ...(place.ok ? place.value : []),
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
    ...teamDecisionRows(
      'practitioner#dpp1',
      AT,
      'a1',
      { by: 'Tess', why: 'Zephyrine Quill has conditions' },
      'register-check-needs-more',
    ),
    ...teamDecisionRows(
      'request#req2',
      AT,
      'a2',
      { by: 'Tess', why: 'Zephyrine Quill retired' },
      'conflict-cleared',
    ),
    ...teamDecisionRows(
      'request#req1',
      AT,
      'a3',
      { by: 'Tess', why: 'Wolfram Moor is fine' },
      'conflict-cleared',
    ),
    auditOf030('request#req1', AT, 'a4', 'team:Tess', 'conflict-cleared', { why: 'Wolfram Moor is fine' }),
    its.emails.save(
      sentEmail(emailFor('practitioner-match-agreed', 'match1', { practitionerId: 'dpp1' }, AT), AT, 'ses-1'),
    ),
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

/** Texts that identify the DPP, their back-up and the learner. */
export const ZEPHYRINE = /zephyrine|quill|07700900123|2099887|ME99/iu;
export const BARNABY = /barnaby|standby/iu;
export const XANTHIPPE = /xanthippe|wolfram|moor|2077665|ME98/iu;
