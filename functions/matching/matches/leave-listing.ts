import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { accepted, type Result } from '../../../shared/kernel/result.ts';
import { releasePractitioner } from './release-practitioner.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Actor, auditRow } from '../../store/audit-row.ts';
import { type MatchRepository } from '../../store/repositories/match-repository.ts';
import { type OfferRepository } from '../../store/repositories/offer-repository.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { Table } from '../../store/table/table.ts';
import { type ChangeRefusal } from '../../store/change-listing.ts';
import { release } from '../../store/unique-claims.ts';

interface Deps {
  readonly table: Table;
  readonly practitioners: PractitionerRepository;
  readonly matches: MatchRepository;
  readonly offers: OfferRepository;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
}

type Left = Promise<Result<Practitioner, ChangeRefusal>>;

/**
 * Withdraws a practitioner's listing: their seats become vacant, and their address and number can be registered
 * again. Idempotent.
 */
export const leaveListing =
  ({ table, practitioners, clock, chance }: Deps) =>
  async (id: string, actor: Actor = 'practitioner'): Left => {
    const before = await practitioners.findPresent(id);
    if (before === undefined) return { ok: false, refusal: 'gone' };
    if (before.state === 'withdrawn') return accepted(before);
    const now = clock.now();
    // Commits these changes together with the withdrawal, because a crash between two commits would leave the
    // address claimed for ever.
    const alongside = async (practitioner: Practitioner) => [
      ...(await release(table, practitioner)),
      auditRow(`practitioner#${id}`, now, chance.id(), actor, 'practitioner-left'),
    ];
    const left = await releasePractitioner({ table, chance, alongside })(id, 'dpp-left', now);
    if (!left.ok) return { ok: false, refusal: left.refusal === 'busy' ? 'busy' : 'not-allowed' };
    return left;
  };
