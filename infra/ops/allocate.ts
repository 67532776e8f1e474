import { runAllocate } from './allocate-command.ts';
import { readText } from './read-text.ts';

const { exit, out, err } = await runAllocate({ readText })(process.argv.slice(2));
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = exit;
