import { hasLead } from '../../../shared/people/lead-moves.ts';
import { computeFigures } from '../../../shared/digest/compute-figures.ts';
import type { DigestNouns } from '../../../shared/digest/digest-nouns.ts';
import { type DigestScope, scopeId } from '../../../shared/digest/scope.ts';
import { type EmailName, emailFor } from '../../../shared/notifications/email.ts';
import { addDays, type Day, type Instant, isoWeek, londonDay } from '../../../shared/kernel/time.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { Clock } from '../../platform/clock.ts';
import { commitOnce } from '../../store/commit-once.ts';
import type { Log } from '../../platform/log.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { OrganisationRepository } from '../../store/repositories/organisation-repository.ts';
import type { Table } from '../../store/table/table.ts';
import type { DigestRunRepository } from '../../store/repositories/digest-run-repository.ts';

interface Deps {
  readonly system: ServiceSystem;
  readonly table: Pick<Table, 'commit'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly emails: Pick<EmailRepository, 'save'>;
  readonly organisations: Pick<OrganisationRepository, 'all'>;
  readonly runs: DigestRunRepository;
  /** Reads everything that digests count at `now`. */
  readonly loadNouns: (now: Instant) => Promise<DigestNouns>;
}

/** Maximum age in weeks of a previous digest to compare with. */
const MAX_AGE_WEEKS = 8;

const nameOf = (scope: DigestScope): EmailName => `digest-${scope.kind}`;

const idIn = (day: Day, scope: DigestScope): string => `${isoWeek(day)}#${scopeId(scope)}`;

/** Maximum number of rows that the table gives at once. */
const KEYS_AT_ONCE = 100;

/** Returns the scopes whose digest of this week has not been made yet, in their order. */
const notMade = async (
  runs: Pick<DigestRunRepository, 'findAll'>,
  today: Day,
  scopes: readonly DigestScope[],
): Promise<readonly DigestScope[]> => {
  const left: DigestScope[] = [];
  for (let start = 0; start < scopes.length; start += KEYS_AT_ONCE) {
    const some = scopes.slice(start, start + KEYS_AT_ONCE);
    const made = new Set((await runs.findAll(some.map((scope) => idIn(today, scope)))).map(({ id }) => id));
    left.push(...some.filter((scope) => !made.has(idIn(today, scope))));
  }
  return left;
};

/**
 * Makes the week's digests: for the system, for each place, and for each organisation that wants one. Idempotent
 * within a week, because figures and e-mail are committed together, in a row whose key contains the week. A digest
 * that cannot be written does not block the others. A run that was stopped goes on with the digests that are missing.
 * @returns a function that runs until the end, or until `mayGoOn` says that time is running out
 * @throws at the end if any digest failed, so that the schedule retries and the alarm fires
 */
export const weeklyDigests =
  ({ system, table, clock, log, emails, organisations, runs, loadNouns }: Deps) =>
  async (mayGoOn: () => boolean = () => true): Promise<'complete' | 'to-go-on'> => {
    const now = clock.now();
    const today = londonDay(now);
    const wanting = (await organisations.all()).filter((one) => one.digests && hasLead(one));
    const scopes: readonly DigestScope[] = [
      { kind: 'system' },
      ...system.geography.places.map(({ id }) => ({ kind: 'place' as const, place: id })),
      ...wanting.map(({ id, name, employer }) => ({
        kind: 'organisation' as const,
        organisationId: id,
        name,
        ...(employer === undefined ? {} : { employerId: employer.id }),
      })),
    ];
    const left = await notMade(runs, today, scopes);
    if (left.length === 0) return 'complete';
    const figuresOf = computeFigures(await loadNouns(now), today, system);

    const weeks = Array.from({ length: MAX_AGE_WEEKS }, (_, index) => addDays(today, -7 * (index + 1)));
    let failed = 0;
    for (const scope of left) {
      if (!mayGoOn()) return 'to-go-on';
      const id = idIn(today, scope);
      const before = await runs.findAll(weeks.map((day) => idIn(day, scope)));
      const run = {
        id,
        version: 0,
        scope,
        at: now,
        figures: figuresOf(scope),
        ...(before[0] === undefined ? {} : { previous: before[0].figures }),
      };
      const about = {
        occasion: id,
        ...(scope.kind === 'organisation' ? { organisationId: scope.organisationId } : {}),
      };
      try {
        const isNew = await commitOnce(table, [
          runs.save(run),
          emails.save(emailFor(nameOf(scope), id, about, now)),
        ]);
        log.event(isNew ? 'digest-made' : 'digest-made-before', { run: `digest#${id}` });
      } catch (error) {
        log.surprise('digest-not-made', error, { run: `digest#${id}` });
        failed += 1;
      }
    }
    if (failed > 0) throw new Error(`${failed} digests were not made`);
    return 'complete';
  };
