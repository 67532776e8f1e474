import { accepted, type Result } from '../../../shared/kernel/result.ts';
import { judgeTies } from '../../../shared/requests/learner-tie.ts';
import type { Chance } from '../../platform/chance.ts';
import { nounChanges, outboxEmail, requestAudit } from '../../store/noun-changes.ts';
import { readNouns } from '../../store/read-nouns.ts';
import type { Table } from '../../store/table/table.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';

interface Deps {
  readonly table: Table;
  readonly chance: Pick<Chance, 'id'>;
}

/**
 * Asks the programme team whether some practitioners have a tie with a learner. Asks about each once: the request keeps
 * about whom.
 */
export const askAboutTies =
  ({ table, chance }: Deps) =>
  (requestId: string, practitionerIds: readonly string[], now: string): Promise<Result<number, 'busy'>> =>
    decideAndCommit<Awaited<ReturnType<typeof readNouns>>, number, never>({
      table,
      read: () => readNouns(table, { requests: [requestId], practitioners: practitionerIds }),
      decide: ({ requests, practitioners }) => {
        const request = requests.get(requestId);
        const { tiesAsked = [] } = request ?? {};
        const unclear = practitionerIds.filter((id) => {
          const practitioner = practitioners.get(id);
          return (
            request?.state === 'open' &&
            practitioner !== undefined &&
            !tiesAsked.includes(id) &&
            judgeTies(request, practitioner).standing === 'unclear'
          );
        });
        if (request === undefined || unclear.length === 0) return accepted({ value: 0, changes: [] });
        return accepted({
          value: unclear.length,
          changes: [
            ...nounChanges(table, {
              requests: [{ ...request, tiesAsked: [...tiesAsked, ...unclear], updatedAt: now }],
            }),
            ...unclear.flatMap((practitionerId) => [
              outboxEmail(
                table,
                'team-tie-unclear',
                `${requestId}.${practitionerId}`,
                { requestId, practitionerId },
                now,
              ),
              requestAudit({ chance, now, actor: 'matcher' }, requestId, 'tie-unclear', {
                practitioner: practitionerId,
              }),
            ]),
          ],
        });
      },
    });
