import { describe, expect, it } from 'vitest';
import { logTo } from '../../../functions/platform/log.ts';
import { eraseListing } from '../../../functions/privacy/erasure/erase-listing.ts';
import { eraseRequest } from '../../../functions/privacy/erasure/erase-request.ts';
import { erasedAndBack, retentionDue } from '../../../functions/privacy/retention/retain-rules.ts';
import { retain } from '../../../functions/privacy/retention/retain.ts';
import { auditRow } from '../../../functions/store/audit-row.ts';
import { runProgressRepository } from '../../../functions/store/repositories/run-progress-repository.ts';
import type { Change, Table } from '../../../functions/store/table/table.ts';
import { addHours } from '../../../shared/kernel/time.ts';
import { emailFor } from '../../../shared/notifications/email.ts';
import { sentEmail } from '../../../shared/notifications/email-moves.ts';
import { aPractitioner, aRequest, NOW } from '../../support/builders.ts';
import { cases } from '../../support/campaign.ts';
import { registrationService } from '../../support/registration-service.ts';
import { drawnStops, runStopped } from '../../support/stopped-runs.ts';

const MANY = cases(20_000, 2_000);
const STOPS = 10;

const ago = (days: number): string => addHours(NOW, -24 * days);

/**
 * A system with many people. Of ten, three never confirmed long ago and one lately, one sent an old e-mail, one left an
 * old entry of the audit, and one in a hundred left long ago; the others are listed.
 */
const aSystem = async () => {
  const its = registrationService({ learnersConfirmed: false });
  const changeOf = (index: number): Change => {
    const id = `one${String(index)}`;
    const of = { id, version: 0, email: `${id}@one.example`, registrationNumber: String(2_000_000 + index) };
    const saved = (more: Parameters<typeof aPractitioner>[0]): Change =>
      its.practitioners.save(aPractitioner({ ...of, ...more }));
    if (index % 100 === 9) return saved({ state: 'withdrawn', updatedAt: ago(400 + (index % 90)) });
    switch (index % 10) {
      case 0:
      case 1:
        return saved({ state: 'unconfirmed', createdAt: ago(15 + (index % 40)), confirmedAt: ago(15) });
      case 2:
        return its.requests.save(aRequest({ ...of, state: 'unconfirmed', createdAt: ago(15) }));
      case 3:
        return saved({ state: 'unconfirmed', createdAt: ago(13), confirmedAt: ago(13) });
      case 4:
        return its.emails.save(
          sentEmail(emailFor('requester-request-open', id, {}, ago(91 + (index % 50))), ago(91), 'ses'),
        );
      case 5:
        return auditRow(`request#${id}`, ago(2_300 + (index % 80)), id, 'schedule', 'something-done');
      default:
        return saved({ state: 'listed' });
    }
  };
  for (let index = 0; index < MANY; index += 1) await its.table.commit([changeOf(index)]);

  const deleted: Record<string, number> = {};
  const sink = (event: string, { reason = '', count = 0 }: { reason?: string; count?: number }) => {
    if (event === 'deleted') deleted[reason] = (deleted[reason] ?? 0) + count;
  };
  const runOn = ({ commit }: Pick<Table, 'commit'>) => {
    const on = { ...its, table: { ...its.table, commit } };
    const deps = { ...on, erasePractitioner: eraseListing(on), eraseRequest: eraseRequest(on) };
    return retain({
      ...deps,
      progress: runProgressRepository(its.table),
      log: logTo({ info: sink, error: () => undefined }),
      due: retentionDue(deps),
      erasedAndBack: erasedAndBack(deps),
    })();
  };
  /** The rows without those that say how far a run has come, and without the ids of the audit. */
  const rows = () =>
    its.table
      .rows()
      .filter(({ kind }) => kind !== 'run-progress')
      .map((row) => JSON.stringify(row['kind'] === 'audit' ? [row.pk, row['action']] : row))
      .sort();
  return { ...its, runOn, rows, deleted };
};

describe(
  `retention over ${MANY} people that is stopped at ${STOPS} random points`,
  { timeout: 900_000 },
  () => {
    it('deletes what is due and nothing else, as the run that was never stopped', async () => {
      const [stopped, smooth] = [await aSystem(), await aSystem()];
      const before = stopped.rows().length;
      await smooth.runOn(smooth.table);
      expect(smooth.deleted).toEqual({
        'unconfirmed-registration': MANY / 5,
        'unconfirmed-request': MANY / 10,
        'withdrawn-practitioner': MANY / 100,
        'sent-emails': MANY / 10,
        audit: MANY / 10,
      });
      expect(await runStopped(stopped.table, drawnStops(STOPS, MANY / 25), stopped.runOn)).toBe(STOPS);
      expect(stopped.rows().length).toBeLessThan(before);
      expect(stopped.rows()).toEqual(smooth.rows());
    });
  },
);
