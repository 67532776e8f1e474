import type { Email } from '../../../shared/notifications/email.ts';
import type { Day, Instant } from '../../../shared/kernel/time.ts';
import type { Change } from '../../store/table/table.ts';

/** The moment of a run, and London's day at it. */
export interface RunMoment {
  readonly now: Instant;
  readonly today: Day;
}

/** Something that is due: what changes with it, and the messages that it causes. */
export interface Due {
  /** What it happens to, for the audit: "practitioner#p1". */
  readonly subject: string;
  readonly changes: readonly Change[];
  readonly emails: readonly Email[];
}

/** One kind of thing that a day brings. */
export interface Reminder {
  /** The code in log and audit: "offer-reminded". */
  readonly name: string;
  /** Everything that is due now, read afresh. */
  readonly due: (moment: RunMoment) => Promise<readonly Due[]>;
}
