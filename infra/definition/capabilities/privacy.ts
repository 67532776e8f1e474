import { capabilitiesOf } from './capabilities-of.ts';
import { reading } from './common-uses.ts';

/** Functions that delete or erase records at the end of their retention period, and that export the audit. */
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
  {
    verb: 'export-audit',
    effect: 'The audit of a day is in the table only, where somebody with enough rights could change it.',
    timing: { cron: 'cron(30 3 * * ? *)' },
    table: ['read-list'],
    exportsAudit: true,
    settings: [],
  },
]);
