import { parseArgs } from 'node:util';
import { redrive } from './redrive-queue.ts';

const USAGE = `Runs the dead letters of a function again. It is safe to repeat.

  npm run redrive -- NAME                on this machine; NAME as in the alarm, for example "matching-move-on"
  npm run redrive -- NAME --stage STAGE  on a deployed stage, with your AWS credentials`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { stage: { type: 'string' }, help: { type: 'boolean', default: false } },
});
const [name] = positionals;
if (name === undefined || values.help) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}
console.log(await redrive(name, values.stage));
