import fc from 'fast-check';
import { changedValuesRow } from '../../../functions/store/repositories/changed-values-repository.ts';
import { describe, expect, it } from 'vitest';
import { logTo } from '../../../functions/platform/log.ts';
import { auditRow } from '../../../functions/store/audit-row.ts';
import { auditRepository } from '../../../functions/store/repositories/audit-repository.ts';
import { runProgressRepository } from '../../../functions/store/repositories/run-progress-repository.ts';
import { retain } from '../../../functions/privacy/retention/retain.ts';
import { erasedAndBack, retentionDue } from '../../../functions/privacy/retention/retain-rules.ts';
import { eraseRequest } from '../../../functions/privacy/erasure/erase-request.ts';
import { eraseListing } from '../../../functions/privacy/erasure/erase-listing.ts';
import { emailFor } from '../../../shared/notifications/email.ts';
import { sentEmail } from '../../../shared/notifications/email-moves.ts';
import { dueUntil, type RetentionRuleId } from '../../../shared/privacy/retention-rules.ts';
import { addHours } from '../../../shared/kernel/time.ts';
import { aMatch, anOffer, aPractitioner, aRequest, NOW } from '../../support/builders.ts';
import { registrationService } from '../../support/registration-service.ts';
import { cases } from '../../support/campaign.ts';

const service = () => {
  const its = registrationService();
  const lines: object[] = [];
  const sink = (code: string, facts: object) => lines.push({ code, ...facts });
  const deps = {
    ...its,
    audit: auditRepository(its.table),
    progress: runProgressRepository(its.table),
    erasePractitioner: eraseListing(its),
    eraseRequest: eraseRequest(its),
  };
  const run = retain({
    ...deps,
    log: logTo({ info: sink, error: sink }),
    due: retentionDue(deps),
    erasedAndBack: erasedAndBack(deps),
  });
  return { ...its, lines, run };
};

const ago = (days: number): string => addHours(NOW, -24 * days);
/** Generates ages in days, mostly close to the limit of a rule. */
const age = fc.oneof(
  ...[0, 14, 90, 365, 731, 2192].map((days) => fc.integer({ min: Math.max(0, days - 2), max: days + 2 })),
);

describe('retention', () => {
  it('deletes what is due and nothing else', { timeout: 120_000 }, async () => {
    const kind = fc.constantFrom<RetentionRuleId>(
      'unconfirmed-registration',
      'unconfirmed-request',
      'withdrawn-practitioner',
      'ended-request',
      'feedback-comments',
      'decline-notes',
      'prescribing-lead',
      'named-person',
      'sent-emails',
      'links',
      'changed-values',
      'audit',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ kind, days: age, wrongState: fc.boolean() }), { maxLength: 25 }),
        async (things) => {
          const its = service();
          const marked: { readonly mark: string; readonly due: boolean }[] = [];
          for (const [index, thing] of things.entries()) {
            const [at, mark, id] = [ago(thing.days), `mark${index}x`, `thing${index}`];
            const person = { id, name: mark, email: `${mark}@one.example`, createdAt: at, updatedAt: at };
            // A rule applies only to records in one state. It keeps a record in another state, whatever its age.
            const is = !thing.wrongState;
            switch (thing.kind) {
              case 'unconfirmed-registration':
                await its.given({
                  practitioners: [
                    aPractitioner({ ...person, confirmedAt: at, state: is ? 'unconfirmed' : 'listed' }),
                  ],
                });
                break;
              case 'withdrawn-practitioner':
                await its.given({
                  practitioners: [aPractitioner({ ...person, state: is ? 'withdrawn' : 'paused' })],
                });
                break;
              case 'unconfirmed-request':
              case 'ended-request': {
                const state = thing.kind === 'unconfirmed-request' ? 'unconfirmed' : 'lapsed';
                const { name, ...rest } = person;
                await its.given({
                  requests: [
                    aRequest({
                      ...rest,
                      requesterName: name,
                      courseEnd: at.slice(0, 10),
                      state: is ? state : 'open',
                    }),
                  ],
                });
                break;
              }
              case 'feedback-comments':
                await its.given({
                  matches: [
                    // Feedback exists only once a match is over.
                    aMatch({
                      id,
                      state: 'completed',
                      endedAt: is ? at : NOW,
                      learnerFeedback: { at, rating: 5, wouldAgain: true, comment: mark },
                    }),
                  ],
                });
                break;
              case 'decline-notes':
                await its.given({
                  offers: [
                    // A note exists only on a declined offer.
                    anOffer({ id, state: 'declined', decidedAt: is ? at : NOW, declineNote: mark }),
                  ],
                });
                break;
              case 'changed-values':
                await its.table.commit([
                  changedValuesRow(`practitioner#${id}`, is ? at : NOW, id, {
                    name: { before: mark, after: 'Other' },
                  }),
                ]);
                break;
              case 'prescribing-lead':
                await its.table.commit([
                  its.organisations.save({
                    id: is ? `org${index}` : 'harbour-surgery',
                    version: 0,
                    name: 'Somewhere',
                    place: 'east-kent',
                    leadName: mark,
                    leadEmail: `${mark}@lead.example`,
                    digests: true,
                    createdAt: at,
                  }),
                ]);
                if (!is) await its.given({ practitioners: [aPractitioner({ id: 'belongs' })] });
                break;
              case 'named-person':
                await its.table.commit([
                  its.trust.savePerson({
                    id,
                    version: 0,
                    organisationId: 'harbour-surgery',
                    role: 'lead',
                    name: mark,
                    email: `${mark}@lead.example`,
                    proposedAt: at,
                    ...(is ? { state: 'proposed' } : { state: 'refused', decidedAt: NOW }),
                  }),
                ]);
                break;
              case 'sent-emails': {
                const email = emailFor('requester-request-open', mark, {}, at);
                await its.table.commit([its.emails.save(is ? sentEmail(email, at, 'ses-1') : email)]);
                break;
              }
              case 'links': {
                const link = { kind: 'digest', recipient: 'team', occasion: mark, expiresAt: at } as const;
                await its.table.commit([its.links.mint(link, String(index).padStart(43, 'A'))]);
                break;
              }
              case 'audit':
                await its.table.commit([auditRow(`request#${mark}`, at, mark, 'schedule', 'something-done')]);
                break;
              // Counters hold no names. Plans of rounds are tested in retain-round-plans.test.ts.
              case 'counters':
              case 'round-plans':
                break;
            }
            const always = thing.kind === 'links' || thing.kind === 'audit';
            marked.push({ mark, due: (is || always) && at <= dueUntil(thing.kind, NOW) });
          }
          // Checks only rows that were stored, because one of two generated organisations with the same id replaces the
          // other.
          const before = JSON.stringify(its.table.rows());
          const there = marked.filter(({ mark }) => before.includes(mark));
          await its.run();
          const after = JSON.stringify(its.table.rows());
          for (const { mark, due } of there) expect(after.includes(mark), mark).toBe(!due);
          const rows = its.table.rows().length;
          await its.run();
          expect(its.table.rows()).toHaveLength(rows);
        },
      ),
      { numRuns: cases(60), seed: 20261121 },
    );
  });
});
