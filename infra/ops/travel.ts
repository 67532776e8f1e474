import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRoadGraph } from '../../shared/systems/road-graph.ts';
import { roadDrives } from '../../shared/systems/road-drives.ts';
import { travelFileText } from '../../shared/systems/travel-file.ts';

const [system, ...others] = process.argv.slice(2);
if (system === undefined || !/^[a-z][a-z0-9-]*$/u.test(system) || others.length > 0) {
  process.stderr.write(
    'Usage: npm run travel -- SYSTEM, where SYSTEM is a folder of shared/reference/systems\n',
  );
  process.exitCode = 2;
} else {
  const folder = join(import.meta.dirname, '../../shared/reference/systems', system);
  const graph = readRoadGraph(readFileSync(join(folder, 'roads.json'), 'utf8'));
  if (graph.ok) {
    const drives = roadDrives(graph.value);
    writeFileSync(join(folder, 'travel.csv'), travelFileText(drives));
    process.stdout.write(`${system}: travel.csv has ${drives.length} pairs\n`);
  } else {
    for (const mistake of graph.refusal) process.stderr.write(`roads.json, ${mistake}\n`);
    process.exitCode = 1;
  }
}
