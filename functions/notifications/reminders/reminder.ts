import type { Email } from '../../../shared/notifications/email.ts';
import type { Day, Instant } from '../../../shared/kernel/time.ts';
import type { Change } from '../../store/table/table.ts';

/** The moment of a run, and the day in London at that moment. */
export interface RunMoment {
  readonly now: Instant;
  readonly today: Day;
}

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
  /** Reads all items that are due now. */
  readonly due: (moment: RunMoment) => Promise<readonly Due[]>;
}
