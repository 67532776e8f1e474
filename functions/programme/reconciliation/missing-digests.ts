import { type DigestScope, scopeId } from '../../../shared/digest/scope.ts';
import {
  addDays,
  type Instant,
  isoWeek,
  londonDay,
  londonInstant,
  weekdayOf,
} from '../../../shared/kernel/time.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import { keys } from '../../store/table/keys.ts';
import { pagesOf } from '../../store/table/list-page.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { Table } from '../../store/table/table.ts';

interface Deps {
  readonly system: ServiceSystem;
  readonly table: Pick<Table, 'get'>;
  readonly practitioners: Pick<PractitionerRepository, 'page'>;
}

/**
 * Time on Monday in London, an hour after digests are made. A digest that does not exist by then counts as
 * missing.
 */
const DUE_TIME = '08:30';

/** Number of practitioners that a search reads at once. */
const PAGE_SIZE = 100;

const scopesOf = ({ geography }: ServiceSystem): readonly DigestScope[] => [
  { kind: 'system' },
  ...geography.places.map(({ id }) => ({ kind: 'place' as const, place: id })),
];

/**
 * Finds last Monday's digests that were not made, for the system and each place. Returns none before the first
 * Monday on which a practitioner is listed.
 */
export const missingDigests = ({ system, table, practitioners }: Deps) => {
  /** Reads the list in pages, hardly ever more than one. */
  const wasListedBefore = async (time: Instant): Promise<boolean> => {
    for await (const page of pagesOf((about) => practitioners.page('listed', about), { size: PAGE_SIZE }))
      if (page.some(({ createdAt }) => createdAt < time)) return true;
    return false;
  };

  return async (now: Instant): Promise<readonly string[]> => {
    const today = londonDay(now);
    const thisMonday = addDays(today, 1 - weekdayOf(today));
    const monday = londonInstant(thisMonday, DUE_TIME) <= now ? thisMonday : addDays(thisMonday, -7);
    if (!(await wasListedBefore(londonInstant(monday, '00:00')))) return [];
    const ids = scopesOf(system).map((scope) => `${isoWeek(monday)}#${scopeId(scope)}`);
    const made = new Set((await table.get(ids.map(keys.digestRun))).map(({ pk }) => pk));
    return ids.filter((id) => !made.has(keys.digestRun(id).pk));
  };
};
