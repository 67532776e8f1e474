import { accepted, type Result } from '../../shared/domain/result.ts';
import { noteNobodyLeft, seatOf } from '../../shared/domain/seat-moves.ts';
import { addHours, londonDay } from '../../shared/domain/time.ts';
import type { Chance } from '../platform/chance.ts';
import type { Table } from '../platform/storage/table.ts';
import { decideAndCommit } from '../platform/unit-of-work.ts';
import { changesTo, mail, note } from './changes.ts';
import { readNouns } from './nouns.ts';

interface Deps {
  readonly table: Table;
  readonly chance: Pick<Chance, 'id'>;
}

/** How long nobody is told again that there is still nobody. */
const AGAIN_AFTER_HOURS = 7 * 24;

/**
 * Tells the requester and the team that nobody suitable is left for a seat: once, and again after a week. The request
 * stays open and is tried again in every run; an offer makes the seat forget that it was told.
 */
export const tellNobodyLeft =
  ({ table, chance }: Deps) =>
  (requestId: string, seatId: string, now: string): Promise<Result<'told' | 'known', 'busy'>> =>
    decideAndCommit<Awaited<ReturnType<typeof readNouns>>, 'told' | 'known', never>({
      table,
      read: () => readNouns(table, { requests: [requestId] }),
      decide: ({ requests }) => {
        const request = requests.get(requestId);
        const seat = request && seatOf(request, seatId);
        const since = seat?.nobodyLeftAt;
        const due = since === undefined || addHours(since, AGAIN_AFTER_HOURS) <= now;
        if (request?.state !== 'open' || seat?.state !== 'vacant' || !due)
          return accepted({ value: 'known', changes: [] });
        const about = { requestId, seatId, occasion: londonDay(now) };
        const cause = `${requestId}.${seatId}.${londonDay(now)}`;
        return accepted({
          value: 'told',
          changes: [
            ...changesTo(table, { requests: [noteNobodyLeft(request, seatId, now)] }),
            mail(table, 'requester-nobody-yet', cause, about, now),
            mail(table, 'team-nobody-left', cause, about, now),
            note({ chance, now, actor: 'matcher' }, requestId, 'nobody-left', { seat: seatId }),
          ],
        });
      },
    });
