import { describe, expect, it } from 'vitest';
import { logTo } from '../../../functions/platform/log.ts';
import { reconcileBooks } from '../../../functions/programme/reconciliation/reconcile-books.ts';
import { reconcile } from '../../../functions/programme/reconciliation/reconcile.ts';
import { openRequests } from '../../../functions/store/open-requests.ts';
import { runProgressRepository } from '../../../functions/store/repositories/run-progress-repository.ts';
import type { Table } from '../../../functions/store/table/table.ts';
import { aMatch, anOffer, aPractitioner, aRequest, aSeat } from '../../support/builders.ts';
import { cases } from '../../support/campaign.ts';
import { anOutbox } from '../../support/outbox.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import { missingDigests } from '../../../functions/programme/reconciliation/missing-digests.ts';
import { drawnStops, runStopped } from '../../support/stopped-runs.ts';

const MANY = cases(20_000, 2_000);
const STOPS = 10;
/** One DPP in so many has a match, and one match in so many is missing from its DPP's places. */
const MATCHED = 4;
const WRONG = 40;

const period = { from: '2027-02-01', to: '2027-07-31' };

/** A system with many DPPs, of whom some have a match; some of the places do not add up. */
const aSystem = async () => {
  const outbox = anOutbox();
  const lines: string[] = [];
  const sink = (code: string, facts: object) => lines.push(JSON.stringify({ code, ...facts }));
  for (let index = 0; index < MANY; index += 1) {
    const [id, matchId, requestId] = [`dpp${index}`, `match${index}`, `req${index}`];
    const [seatId, offerId] = [`seat${index}`, `offer${index}`];
    const isMatched = index % MATCHED === 0;
    const commitment = { matchId, requestId, seatId, ...period, university: 'medway' };
    const practitioner = aPractitioner({
      ...{ id, version: 0, createdAt: '2026-11-21T08:00:00.000Z' },
      commitments: isMatched && index % WRONG !== 0 ? [commitment] : [],
    });
    const filled = aSeat({ id: seatId, state: 'filled', offerId, practitionerId: id, matchId });
    await outbox.given(
      outbox.practitioners.save(practitioner),
      ...(isMatched
        ? [
            outbox.requests.save(aRequest({ id: requestId, version: 0, state: 'matched', seats: [filled] })),
            outbox.offers.save(
              anOffer({
                ...{ id: offerId, version: 0, practitionerId: id, requestId, seatId },
                ...{ state: 'accepted', matchId, decidedAt: '2026-11-21T08:00:00.000Z' },
              }),
            ),
            outbox.matches.save(
              aMatch({ id: matchId, version: 0, practitionerId: id, requestId, seatId, offerId }),
            ),
          ]
        : []),
    );
  }
  const runOn = ({ commit }: Pick<Table, 'commit'>) =>
    reconcile({
      ...outbox,
      ...reconcileBooks({ ...outbox, openRequests: openRequests(outbox.table, outbox.requests) }),
      table: { ...outbox.memory, commit },
      progress: runProgressRepository(outbox.memory),
      log: logTo({ info: sink, error: sink }),
      missingDigests: missingDigests({ ...outbox, system: kentAndMedway }),
    })();
  const mails = () => outbox.memory.rows().filter(({ kind }) => kind === 'email');
  return { ...outbox, lines, mails, runOn };
};

describe(
  `the nightly comparison of ${MANY} DPPs, stopped at ${STOPS} random points`,
  { timeout: 900_000 },
  () => {
    it('finds each difference once, as the run that was never stopped', async () => {
      const [stopped, smooth] = [await aSystem(), await aSystem()];
      const pages = Math.ceil((MANY * (1 + 2 / MATCHED)) / 100);
      await smooth.runOn(smooth.memory);
      expect(await runStopped(stopped.memory, drawnStops(STOPS, pages / STOPS), stopped.runOn)).toBe(STOPS);
      expect(stopped.mails()).toEqual(smooth.mails());
      expect(JSON.stringify(stopped.mails())).toContain(
        `: match-without-commitment ${String(MANY / WRONG)}"`,
      );
      expect(stopped.lines.at(-1)).toBe(smooth.lines.at(-1));
      expect(stopped.lines.filter((line) => line.includes('reconcile-alarm'))).toHaveLength(1);
    });
  },
);
