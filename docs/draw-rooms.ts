import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { rooms } from '../rooms.config.ts';
import type { Room } from '../tests/support/rooms/ordered-rooms.ts';

const page = new URL('architecture.md', import.meta.url);
const start = '<!-- Drawn from rooms.config.ts by `node docs/draw-rooms.ts`: change it there. -->';
const end = '<!-- End of the rooms. -->';

const tops = ['shared', 'site/src', 'functions', 'infra'] as const;
const topOf = (folder: string): string =>
  tops.find((top) => folder === top || folder.startsWith(`${top}/`)) ?? folder;
const inCode = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

/** "all of `shared`" when every earlier room of another top folder may be imported. */
const importsInWords = (room: Room): string =>
  tops
    .flatMap((top) => {
      const named = room.imports.filter((folder) => topOf(folder) === top);
      const all = rooms.filter(({ folder }) => topOf(folder) === top);
      if (named.length === 0) return [];
      if (named.length === all.length) return [`all of \`${top}\``];
      return [
        inCode(
          named.map((folder) =>
            top === topOf(room.folder) && folder !== top ? folder.slice(top.length + 1) : folder,
          ),
        ),
      ];
    })
    .join('; ');

const storeysInWords = ({ storeys = [] }: Room): string =>
  storeys
    .map((storey) => [storey].flat().map((name) => (name === '.' ? 'files of the room' : `\`${name}/\``)))
    .map((names) => names.join(', '))
    .join(' ← ');

const row = (room: Room): string =>
  [
    '',
    `\`${room.folder}\`${room.planned === true ? ' (planned)' : ''}`,
    room.holds,
    importsInWords(room) || '–',
    storeysInWords(room),
    room.growth ?? '',
    '',
  ].join(' | ');

const tableOf = (top: string): string =>
  [
    '| room | what it holds | may import | sub-rooms, from the ground up | comes next |',
    '| --- | --- | --- | --- | --- |',
    ...rooms.filter(({ folder }) => topOf(folder) === top).map(row),
  ].join('\n');

/** The page `docs/architecture.md` with its tables of rooms as rooms.config.ts says them. */
export const architecturePage = async (): Promise<string> => {
  const text = readFileSync(page, 'utf8');
  const [before = '', rest = ''] = text.split(start);
  const [, after = ''] = rest.split(end);
  const tables = tops.map((top) => `### \`${top}\`\n\n${tableOf(top)}`);
  return format([before + start, ...tables, end + after].join('\n\n'), {
    ...(await resolveConfig(page)),
    parser: 'markdown',
  });
};

if (import.meta.main) writeFileSync(page, await architecturePage());
