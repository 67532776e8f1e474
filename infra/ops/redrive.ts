import { parseArgs } from 'node:util';
import { redrive } from './redrive-queue.ts';

const USAGE = `Starts again what ended in a dead-letter queue. Doing it twice is safe.

  npm run redrive -- NAME                what NAME ("matching-move-on") could not do is done again
  npm run redrive -- NAME --stage STAGE  of a deployed stage, with your AWS credentials`;

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
