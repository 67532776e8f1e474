import { rooms } from '../../../rooms.config.ts';
import { importGraphs, type ImportGraph } from './import-graph.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);

const lines = ({ arrows }: ImportGraph): readonly string[] => {
  const order = rooms.map(({ folder }) => folder);
  const rank = (name: string) => order.findLastIndex((folder) => `${name}/`.startsWith(`${folder}/`));
  return [...arrows]
    .toSorted(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b))
    .map(([from, to]) => `  ${from} → ${[...to].toSorted((a, b) => rank(a) - rank(b)).join(', ')}`);
};

const total = ({ arrows, circles }: ImportGraph, what: string): string => {
  const names = new Set([...arrows].flatMap(([from, to]) => [from, ...to]));
  const count = [...arrows.values()].reduce((sum, to) => sum + to.size, 0);
  return `${what}: ${names.size}, arrows: ${count}, circles: ${circles.length}`;
};

/** `npm run rooms`: prints which room imports which. Exits with code 1 if there is a circle or a forbidden import. */
const graphs = importGraphs(process.cwd(), rooms);
print('Rooms');
lines(graphs.rooms).forEach(print);
print('Sub-rooms');
lines(graphs.subRooms).forEach(print);
const circles = [graphs.rooms, graphs.subRooms, graphs.files].flatMap((graph) => graph.circles);
circles.forEach((circle) => print(`circle: ${circle.join(' → ')}`));
graphs.forbidden.forEach((line) => print(`forbidden: ${line}`));
print(total(graphs.rooms, 'rooms'));
print(total(graphs.subRooms, 'sub-rooms'));
print(total(graphs.files, 'files'));
print(`forbidden imports: ${graphs.forbidden.length}`);
if (circles.length + graphs.forbidden.length > 0) process.exitCode = 1;
