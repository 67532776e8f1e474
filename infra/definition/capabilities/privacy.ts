import { capabilitiesOf } from './capabilities-of.ts';
import { reading } from './common-uses.ts';

/** The nightly function that deletes or erases records at the end of their retention period. */
export const privacy = capabilitiesOf('privacy', [
  {
    verb: 'retain',
    effect: 'Personal data is kept longer than the privacy page says.',
    timing: { cron: 'cron(30 3 * * ? *)' },
    reads: 'retention',
    sendsTo: ['retention'],
    table: [...reading, 'read-partition', 'put', 'remove'],
    settings: [],
  },
]);
