import { erasedPractitioner } from '../../../shared/privacy/erase-practitioner.ts';
import { isErased } from '../../../shared/kernel/is-erased.ts';
import type {
  ErasedPractitioner,
  Practitioner,
  StoredPractitioner,
} from '../../../shared/people/practitioner.ts';
import { rememberBackUp } from '../../../shared/requests/remember-back-up.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { isOver, type Match } from '../../../shared/matches/match.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import { changedValuesRepository } from '../../store/repositories/changed-values-repository.ts';
import { erasureRow } from '../../store/repositories/erasure-log.ts';
import { mentionRepository } from '../../store/repositories/mention-repository.ts';
import type { MatchRepository } from '../../store/repositories/match-repository.ts';
import type { OfferRepository } from '../../store/repositories/offer-repository.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import { vouchRepository } from '../../store/repositories/vouch-repository.ts';
import { requestRepository } from '../../store/repositories/request-repository.ts';
import { offerRows } from '../../store/table/rows/offer-rows.ts';
import type { Table } from '../../store/table/table.ts';
import { auditRow } from '../../store/audit-row.ts';
import type { ChangeRefusal } from '../../store/change-listing.ts';
import { mentionGuard } from './mention-guard.ts';
import { clean, forgetReasons, forgetMentions } from './forget-mentions.ts';
import { bySelf, type ErasedBy, wordsOfErasure } from './erased-by.ts';
import { ownRecords } from './own-records.ts';
import { withoutPersonal } from './without-personal.ts';
import { unfiled } from '../../store/table/unfiled.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { ownerOfAddress, release } from '../../store/unique-claims.ts';
import { leaveListing } from '../../matching/matches/leave-listing.ts';

interface Deps {
  readonly table: Table;
  readonly practitioners: PractitionerRepository;
  readonly matches: MatchRepository;
  readonly offers: OfferRepository;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
}

type Erased = Promise<Result<ErasedPractitioner, ChangeRefusal>>;

const withoutFeedback = (match: Match): Match | undefined => {
  if (!isOver(match) || match.practitionerFeedback?.comment === undefined) return undefined;
  const { comment, ...practitionerFeedback } = match.practitionerFeedback;
  return { ...match, practitionerFeedback };
};

/**
 * Stores the back-up's id on the open seats, so that they are still offered to the back-up first. Until then, only
 * the practitioner's record names the back-up, by address, and that record is about to be erased.
 */
const keepBackUp = async (
  table: Table,
  { id, backUpEmail }: Practitioner,
  agreed: readonly Match[],
): Promise<void> => {
  const backUp = backUpEmail === undefined ? undefined : await ownerOfAddress(table, backUpEmail);
  if (backUp === undefined || backUp.elsewhere !== undefined) return;
  for (const requestId of new Set(agreed.map((match) => match.requestId)))
    await clean(table, requestId, {
      ...requestRepository(table),
      without: (request) => (request.state === 'open' ? rememberBackUp(request, id, backUp.id) : undefined),
    });
};

/**
 * Erases a practitioner. First vacates their seats, as when a practitioner leaves. Then removes what they wrote on
 * offers and matches, and all but ids and neutral values from their listing. Idempotent.
 * The second argument is left out if they erase themselves.
 */
export const eraseListing =
  (deps: Deps) =>
  async (id: string, by: ErasedBy = bySelf('practitioner')): Erased => {
    const { table, practitioners, matches, offers, clock, chance } = deps;
    const before = await practitioners.find(id);
    if (before === undefined) return refused('gone');
    if (isErased(before)) return accepted(before);
    const everywhere = mentionGuard(table, before);
    const { matches: agreed, offers: asked } = await ownRecords(everywhere, 'practitioner', id);
    if (before.state !== 'unconfirmed') {
      const left = await leaveListing(deps)(id, by.actor);
      if (!left.ok) return left;
    }
    await keepBackUp(table, before, agreed);
    for (const match of agreed) await clean(table, match.id, { ...matches, without: withoutFeedback });
    for (const offer of asked)
      await clean(table, offer.id, { ...offers, without: (one) => withoutPersonal(offerRows, one) });
    await forgetMentions(table, clock.now())(before);
    await forgetReasons(table, `practitioner#${id}`);
    await changedValuesRepository(table).forget(`practitioner#${id}`);
    const claims = [...(await release(table, before)), ...(await vouchRepository(table).removalsOf(id))];
    const now = clock.now();
    return decideAndCommit<StoredPractitioner | undefined, ErasedPractitioner, ChangeRefusal>({
      table,
      read: () => practitioners.find(id),
      decide: (practitioner) => {
        if (practitioner === undefined) return refused('gone');
        if (isErased(practitioner)) return accepted({ value: practitioner, changes: [] });
        const audited = chance.id();
        const erased = erasedPractitioner(practitioner, now);
        return accepted({
          value: erased,
          changes: [
            practitioners.save(erased, [practitioner.state]),
            ...unfiled(practitioners.save(practitioner)),
            ...claims,
            erasureRow('practitioner', id, now),
            mentionRepository(table).settle({ noun: 'practitioner', id }),
            auditRow(`practitioner#${id}`, now, audited, by.actor, 'practitioner-erased'),
            ...wordsOfErasure(`practitioner#${id}`, now, audited, by),
          ],
        });
      },
    });
  };
