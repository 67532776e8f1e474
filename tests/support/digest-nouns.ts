import { ledgerEntriesOf } from '../../shared/matches/ledger.ts';
import { aMatch, anOffer, aPractitioner, aRequest, NOW } from './builders.ts';

const places = ['medway-swale', 'east-kent', 'west-kent', 'dartford-gravesham-swanley'] as const;
const areas = ['cardiovascular', 'respiratory', 'mental-health', 'pain', 'womens-health'] as const;

/** Records of a busy week in a small system, in which no part of a digest is empty. */
export const digestNouns = () => ({
  practitioners: Array.from({ length: 12 }, (_, index) =>
    aPractitioner({
      id: `dpp${String(index)}`,
      placesOffered: 1 + (index % 3),
      leadArea: areas[index % areas.length] ?? 'pain',
      sites: [{ outcode: 'ME7', town: 'Gillingham', place: places[index % 4] ?? 'east-kent' }],
      confirmedAt: index % 5 === 0 ? '2026-07-01T09:00:00.000Z' : '2026-11-10T09:00:00.000Z',
      ...(index === 3 ? { leavingOn: '2027-06-30' } : {}),
      ...(index === 4 ? { state: 'awaiting-check' as const } : {}),
    }),
  ),
  requests: Array.from({ length: 14 }, (_, index) =>
    aRequest({
      id: `req${String(index)}`,
      leadArea: areas[index % areas.length] ?? 'pain',
      site: { outcode: 'CT1', town: 'Canterbury', place: places[index % 4] ?? 'east-kent' },
      signOffNeededBy: index < 12 ? '2026-11-14' : '2027-01-14',
    }),
  ),
  declined: Array.from({ length: 4 }, (_, index) =>
    anOffer({
      id: `offer${String(index)}`,
      practitionerId: `dpp${String(index)}`,
      state: 'declined',
      decidedAt: NOW,
      declineReason: index === 0 ? 'too-far' : 'no-time',
    }),
  ),
  matches: [aMatch(), aMatch({ id: 'match2' }), aMatch({ id: 'match3' })],
  ledger: ['', '2', '3'].flatMap((n) => ledgerEntriesOf(aMatch({ id: `match${n}`, requestId: `req${n}` }))),
});
