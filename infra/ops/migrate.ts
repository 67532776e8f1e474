import { parseArgs } from 'node:util';
import { systemClock } from '../../functions/platform/clock.ts';
import { systemTable } from '../../functions/store/table/system-table.ts';
import { countLearners, formerLeads } from './former-leads.ts';
import { migrateRows } from './migrate-rows.ts';
import { operatorsTable } from './operators-table.ts';
import { separateWords } from './separate-words.ts';
import { storedTable } from './stored-table.ts';

const USAGE = `Gives every row of a table of version 0.1.0 or 0.2.0 its system, and files people's records of older versions so that
an access or erasure finds them. Then, for rows up to 0.3.0, makes prescribing leads whom nobody has confirmed tasks for
the team, writes to each of them, counts the open requests of each learner, and moves names and reasons of the team from
the audit into rows beside it:

  npm run migrate -- --system ID [--dry-run]

  --system ID    the system to which all rows belong, by the name of its folder
  --dry-run      counts the rows and changes nothing
  --table NAME   table of a deployed stage, with your AWS credentials; default: the service on this machine

It can be stopped and run again. Run it when no function of the older version runs any more.`;

const { values } = parseArgs({
  options: {
    system: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    table: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const { system: systemId, 'dry-run': dryRun, table } = values;
if (values.help || systemId === undefined || !/^[a-z][a-z0-9-]*$/u.test(systemId)) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}

const { client, name } = await operatorsTable(table);
const { moved, named, left, filed, notMoved } = await migrateRows(storedTable(client, name), {
  systemId,
  dryRun,
});
console.log(`${dryRun ? 'to move' : 'moved'}: ${moved} rows`);
console.log(`${dryRun ? 'to name' : 'named'}: ${named} claims to addresses and registration numbers`);
console.log(`${dryRun ? 'to file' : 'filed'}: ${filed} records, so that an access or erasure finds them`);
console.log(`left as they are: ${left}`);
if (notMoved > 0) {
  console.log(
    `not moved: ${notMoved} rows changed meanwhile, or their new key is taken: run the command again`,
  );
  process.exitCode = 1;
}
if (!dryRun && notMoved === 0) {
  const own = systemTable(storedTable(client, name).table, systemId);
  console.log(`leads to confirm: ${await formerLeads(own, systemClock.now())}`);
  console.log(`audit entries freed of names and reasons: ${await separateWords(own)}`);
  console.log(`requests counted for their learners: ${await countLearners(own)}`);
}
client.destroy();
