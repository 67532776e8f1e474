import type { Email } from '../../../shared/notifications/email.ts';
import type { RunMoment } from '../../store/runs/paged-run.ts';
import type { ListPage } from '../../store/table/list-page.ts';
import type { Change } from '../../store/table/table.ts';

/** A due item: the changes to commit and the messages to send. */
export interface Due {
  /** The entity concerned, for the audit: "practitioner#p1". */
  readonly subject: string;
  readonly changes: readonly Change[];
  readonly emails: readonly Email[];
}

/** One kind of daily reminder. */
export interface Reminder {
  /** Code for log and audit: "offer-reminded". */
  readonly name: string;
  /** Number of lists that may hold due items. */
  readonly lists: number;
  /**
   * Reads the due items of one page of a list.
   * @param list position of the list, from 0
   * @param after position in the list after which to read; from its start if undefined
   */
  readonly page: (moment: RunMoment, list: number, after: string | undefined) => Promise<ListPage<Due>>;
}

/** Number of rows that a run reads at once. */
const PAGE_SIZE = 100;

interface Described<State, Noun> {
  readonly name: string;
  /** The lists to walk, each by the state of its entities. */
  readonly states: readonly State[];
  /** Reads one page of the list of a state. */
  readonly read: (
    state: State,
    page: { readonly after: string | undefined; readonly size: number; readonly until?: string },
  ) => Promise<ListPage<Noun>>;
  /** Highest position that may be due at this moment; every entity if omitted. */
  readonly until?: (moment: RunMoment) => string;
  /** Returns what is due for an entity; undefined if nothing is. */
  readonly due: (noun: Noun, moment: RunMoment) => Due | undefined;
}

/** Makes a reminder that walks the lists of some states in pages. */
export const reminderOf = <State, Noun>({
  name,
  states,
  read,
  until,
  due,
}: Described<State, Noun>): Reminder => ({
  name,
  lists: states.length,
  page: async (moment, list, after) => {
    const state = states[list];
    if (state === undefined) return { found: [] };
    const { found, ...rest } = await read(state, {
      after,
      size: PAGE_SIZE,
      ...(until === undefined ? {} : { until: until(moment) }),
    });
    return { ...rest, found: found.flatMap((noun) => due(noun, moment) ?? []) };
  },
});
