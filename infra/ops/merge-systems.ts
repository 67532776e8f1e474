import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { publishedFolder } from '../build/publish-systems.ts';
import { publishedSystem } from '../build/published-system.ts';
import { mergeRows, openLoansOf } from './merge-rows.ts';
import { missingGeography } from './missing-geography.ts';
import { operatorsTable } from './operators-table.ts';
import { storedTable } from './stored-table.ts';

const USAGE = `Makes two systems one:

  npm run merge-systems -- --from ID --into ID

  --from ID      the system that goes
  --into ID      the system that remains
  --table NAME   table of a deployed stage, with your AWS credentials; default: the service on this machine

First name the system under "merged" of the remaining one in infra/definition/stages.ts, and deploy. From then on
both are shown as one, and old links work. This command then moves the rows. It can be stopped and run again.
All steps: docs/systems.md, "Merge two systems".`;

const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    into: { type: 'string' },
    table: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const { from, into, table } = values;
if (values.help || from === undefined || into === undefined || from === into) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}

const unpublished = [from, into].filter((id) => !existsSync(join(publishedFolder, id, 'system.json')));
if (unpublished.length > 0) {
  console.log(
    `There is no published system ${unpublished.join(' or ')}. "npm run build" publishes the folders of all systems.`,
  );
  process.exit(2);
}
const missing = missingGeography(publishedSystem(from), publishedSystem(into));
if (missing.length > 0) {
  console.log(`${into} lacks what ${from} has. Add to shared/reference/systems/${into}/system.json:`);
  for (const line of missing) console.log(`  ${line}`);
  process.exit(1);
}
const { client, name } = await operatorsTable(table);
const stored = storedTable(client, name);
const open = await openLoansOf(stored, from);
if (open > 0) {
  console.log(`${open} lent places of ${from} are not returned: wait until they are, or end them.`);
  process.exit(1);
}
const { moved, joined, named, notMoved } = await mergeRows(stored, { from, into });
console.log(`moved: ${moved} rows`);
console.log(`joined with rows that were there: ${joined}`);
console.log(`named: ${named} claims to addresses and registration numbers`);
if (notMoved > 0) {
  console.log(`not moved: ${notMoved} rows changed meanwhile: run the command again`);
  process.exitCode = 1;
}
client.destroy();
