import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../shared/digest/compute-figures.ts';
import type { DigestNouns } from '../../../shared/digest/digest-nouns.ts';
import { countsMatch, countsRequest } from '../../../shared/digest/what-counts.ts';
import { addDays } from '../../../shared/kernel/time.ts';
import { aMatch, aPractitioner, aRequest, aSeat, TODAY } from '../../support/builders.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

/** Days before today, most of them close to a limit: a week, four weeks, the start of the quarter (51 days ago). */
const daysAgo = fc.oneof(
  ...[0, 7, 28, 51].map((days) => fc.integer({ min: Math.max(0, days - 2), max: days + 2 })),
  fc.integer({ min: 0, max: 400 }),
);
const at = (days: number): string => `${addDays(TODAY, -days)}T12:00:00.000Z`;

/** A request, with a match if it is matched or completed. */
const learner = fc
  .record({
    asked: daysAgo,
    agreed: daysAgo,
    due: fc.integer({ min: -40, max: 60 }),
    state: fc.constantFrom('open', 'lapsed', 'matched', 'completed'),
  })
  .map(({ asked, agreed, ...rest }) => ({ ...rest, asked, agreed: Math.min(asked, agreed) }));

describe('what a digest counts', () => {
  it('gives the same figures as everything that ever was', () => {
    fc.assert(
      fc.property(fc.array(learner, { maxLength: 12 }), (learners) => {
        const requests = learners.map(({ asked, due, state }, index) =>
          aRequest({
            id: `req${index}`,
            state,
            createdAt: at(asked),
            confirmedAt: at(asked),
            signOffNeededBy: addDays(TODAY, due),
            seats: [
              state === 'open' || state === 'lapsed'
                ? aSeat({ id: `seat${index}` })
                : aSeat({
                    ...{ id: `seat${index}`, state: 'filled', offerId: `offer${index}` },
                    ...{ practitionerId: 'dpp1', matchId: `match${index}` },
                  }),
            ],
          }),
        );
        const matches = learners.flatMap(({ agreed, state }, index) =>
          state === 'matched' || state === 'completed'
            ? [aMatch({ id: `match${index}`, requestId: `req${index}`, agreedAt: at(agreed) })]
            : [],
        );
        const all: DigestNouns = {
          ...{ requests, matches, practitioners: [aPractitioner()], declined: [], ledger: [] },
        };
        const counted: DigestNouns = {
          ...all,
          requests: requests.filter((one) => countsRequest(one, TODAY)),
          matches: matches.filter((one) => countsMatch(one, TODAY)),
        };
        for (const scope of [{ kind: 'system' }, { kind: 'place', place: 'medway-swale' }] as const)
          expect(computeFigures(counted, TODAY, kentAndMedway)(scope)).toEqual(
            computeFigures(all, TODAY, kentAndMedway)(scope),
          );
      }),
      { numRuns: 300, seed: 20261121 },
    );
  });
});
