import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { startDynamoDbLocal } from '../../infra/local/aws/dynamo-db-local.ts';
import { localClient } from '../support/local-table.ts';
import { bundled } from './bundled.ts';
import type * as RealWorld from './real-world.ts';

const { values } = parseArgs({
  options: { ops: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});

const dynamo = await startDynamoDbLocal();
const { file, remove } = await bundled('real-world.ts');
try {
  const { runOnRealEngine } = (await import(pathToFileURL(file).href)) as typeof RealWorld;
  const since = performance.now();
  const report = await runOnRealEngine(localClient(dynamo.endpoint), {
    seed: Number(values.seed),
    operations: Number(values.ops),
  });
  const { violations, crashes } = report;
  console.log(
    `${String(report.operations)} operations (${String(report.runs)} runs of functions) with seed ${values.seed} on DynamoDB Local, ${((performance.now() - since) / 1_000).toFixed(0)} s`,
  );
  console.log(
    `calls ${String(report.calls)}, crashes ${String(crashes.before + crashes.after)}: ${String(crashes.before)} before the call, ${String(crashes.after)} after it`,
  );
  console.log(`e-mails ${String(report.emails)}, sweeps until the outbox was empty ${String(report.sweeps)}`);
  console.log(`over-allocated ${String(report.overAllocated)}`);
  console.log(`lost ${String(report.lost)}`);
  console.log(
    `sent twice ${String(report.duplicates)}; senders that died after sending and before the mark ${String(report.diedBetween)}`,
  );
  console.log(`violations ${String(violations.length)}`);
  for (const what of violations.slice(0, 20)) console.log(`  ${what}`);
  process.exitCode = violations.length === 0 ? 0 : 1;
} finally {
  remove();
  await dynamo.stop();
}
