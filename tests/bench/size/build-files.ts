import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countedFiguresSchema, countFigures } from '../../../functions/directory/insights/count-figures.ts';
import { figuresFile } from '../../../functions/store/figures-file.ts';
import { insights } from '../../../functions/directory/insights/insights.ts';
import { publishedPrefix } from '../../../functions/store/published-manifest.ts';
import { linkRepository } from '../../../functions/store/repositories/link-repository.ts';
import { practitionerRepository } from '../../../functions/store/repositories/practitioner-repository.ts';
import { requestRepository } from '../../../functions/store/repositories/request-repository.ts';
import { systemTable } from '../../../functions/store/table/system-table.ts';
import { aGet } from '../../support/a-get.ts';
import { NOW } from '../../support/builders.ts';
import { kentAndMedwayMap } from '../../support/district-maps.ts';
import { fakeMailer } from '../../support/fake-mailer.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import { memoryObjects } from '../../support/memory-objects.ts';
import { memoryQueues } from '../../support/memory-queues.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';
import { services } from '../../simulation/services.ts';
import { counting } from './counting.ts';
import { learners, people } from './generate.ts';
import { figures } from './measured.ts';

/**
 * Stores one or several systems in one table in memory, builds the files of the first, and runs the use cases that read
 * rows. Writes the files for the process that reads them, and prints the figures as JSON.
 */
const [folder = '', count = '0', systems = '1'] = process.argv.slice(2);
const whole = memoryTable();
const own = kentAndMedway.id;
const each = Math.ceil(Number(count) / Number(systems));
for (let system = 0; system < Number(systems); system += 1) {
  const table = systemTable(whole, system === 0 ? own : `system-${String(system)}`);
  const saved = [
    ...people(each).map((one) => practitionerRepository(table).save({ ...one, version: 0 })),
    ...learners(each).map((one) => requestRepository(table).save({ ...one, version: 0 })),
  ];
  for (const change of saved) await table.commit([change]);
}

const stored = memoryObjects();
const { table, objects, counts } = counting(systemTable(whole, own), stored);
const { measure, taken } = figures(counts);
let ids = 0;
const clock = { now: () => NOW };
const next = (): string => String((ids += 1)).padStart(16, '0');
const its = services({
  table,
  objects,
  clock,
  chance: { id: next, token: () => next().padStart(43, 'T') },
  mailer: fakeMailer(),
  queues: memoryQueues([]),
});

await measure('files, built from all rows', () => its.tick()());
const [first, second, third] = learners(each);
await its.matchSeats()([first!.id]);
await measure('an offer made', () => its.matchSeats()([second!.id]));
await measure('an offer made, again', () => its.matchSeats()([third!.id]));
const changedId = people(1)[0]!.id;
const token = 'C'.repeat(43);
await table.commit([
  linkRepository(table).mint(
    {
      kind: 'capacity',
      recipient: 'practitioner',
      practitionerId: changedId,
      expiresAt: '2027-01-20T09:00:00.000Z',
    },
    token,
  ),
]);
await measure('a check-in', async () => {
  const { status } = await its.capacity().take(
    aGet(`/capacity/${token}`, {
      method: 'POST',
      wantsJson: true,
      params: { token },
      json: { canSupervise: 'maybe' },
    }),
  );
  if (status !== 200) throw new Error(`the check-in answered ${String(status)}`);
});
const publish = its.publishFromQueue();
await measure('files, one change', () =>
  publish({
    Records: [
      {
        messageId: 'm',
        body: JSON.stringify({
          system: own,
          kind: 'practitioner',
          id: changedId,
          position: '1',
          changedAt: NOW,
        }),
      },
    ],
  }),
);
await measure('files, compared each minute', () => its.tick()());
await measure('weekly digests', () => its.digests()());
const publicFile = figuresFile({ objects, systemId: own, name: 'insights', schema: countedFiguresSchema });
const rows = {
  system: kentAndMedway,
  practitioners: practitionerRepository(table),
  requests: requestRepository(table),
  rounds: () => Promise.resolve([]),
};
await measure('figures counted', async () => publicFile.write((await countFigures(rows)(NOW)).insights));
await measure('insights', async () => {
  const page = insights({
    system: kentAndMedway,
    map: () => Promise.resolve(kentAndMedwayMap),
    counted: publicFile.read,
    clock,
    fairness: () => Promise.reject(new Error('not asked for')),
  });
  await page(aGet('/insights'));
});

const isReadByPages = (key: string): boolean =>
  [publishedPrefix(own), `${own}/open-data/`].some((prefix) => key.startsWith(prefix));

mkdirSync(folder, { recursive: true });
for (const key of stored.keys().filter(isReadByPages)) {
  const found = await stored.get(key);
  if (typeof found === 'object') writeFileSync(join(folder, key.replaceAll('/', '~')), found.body);
}
console.log(JSON.stringify(taken));
