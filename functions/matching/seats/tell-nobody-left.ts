import { accepted, type Result } from '../../../shared/kernel/result.ts';
import { seatOf, withNobodyLeft } from '../../../shared/requests/seat-moves.ts';
import { addHours, londonDay } from '../../../shared/kernel/time.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Table } from '../../store/table/table.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { nounChanges, outboxEmail, requestAudit } from '../../store/noun-changes.ts';
import { readNouns } from '../../store/read-nouns.ts';

interface Deps {
  readonly table: Table;
  readonly chance: Pick<Chance, 'id'>;
}

/** Minimum interval between two “nobody left” messages for one seat, in hours. */
const AGAIN_AFTER_HOURS = 7 * 24;

/** `too-early`: the supply is older than the request, so that somebody may have been missed. */
type Told = 'told' | 'known' | 'too-early';

/**
 * Tells the requester and the team, at most once a week, that nobody suitable is left for a seat. The request stays
 * open, and every run of the matcher tries again.
 * @returns a function; its `completeTo` is the time up to which the supply knows every change
 */
export const tellNobodyLeft =
  ({ table, chance }: Deps) =>
  (requestId: string, seatId: string, now: string, completeTo: string): Promise<Result<Told, 'busy'>> =>
    decideAndCommit<Awaited<ReturnType<typeof readNouns>>, Told, never>({
      table,
      read: () => readNouns(table, { requests: [requestId] }),
      decide: ({ requests }) => {
        const request = requests.get(requestId);
        const seat = request && seatOf(request, seatId);
        if (request?.state !== 'open' || seat?.state !== 'vacant')
          return accepted({ value: 'known', changes: [] });
        if (request.updatedAt > completeTo) return accepted({ value: 'too-early', changes: [] });
        // Tells again after the requester has changed the request: the answer is about another search.
        const { changedAt = '' } = request;
        const since =
          seat.nobodyLeftAt !== undefined && seat.nobodyLeftAt >= changedAt ? seat.nobodyLeftAt : undefined;
        const again = seat.nobodyLeftAt !== undefined && since === undefined ? [changedAt] : [];
        if (since !== undefined && now < addHours(since, AGAIN_AFTER_HOURS))
          return accepted({ value: 'known', changes: [] });
        const about = { requestId, seatId, occasion: londonDay(now) };
        const cause = [requestId, seatId, londonDay(now), ...again].join('.');
        return accepted({
          value: 'told',
          changes: [
            ...nounChanges(table, { requests: [withNobodyLeft(request, seat, now)] }),
            outboxEmail(table, 'requester-nobody-yet', cause, about, now),
            outboxEmail(table, 'team-nobody-left', cause, about, now),
            requestAudit({ chance, now, actor: 'matcher' }, requestId, 'nobody-left', { seat: seatId }),
          ],
        });
      },
    });
