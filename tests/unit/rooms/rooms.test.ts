import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rooms } from '../../../rooms.config.ts';
import { importGraphs } from '../../support/rooms/import-graph.ts';

const graphs = importGraphs(process.cwd(), rooms);
const built = rooms.filter(({ planned }) => planned !== true);

describe('the rooms of the house', () => {
  it('import each other in no circle, types included', () => {
    expect(graphs.rooms.circles).toEqual([]);
    expect(graphs.subRooms.circles).toEqual([]);
  });

  it('hold no files that import each other in a circle', () => {
    expect(graphs.files.circles).toEqual([]);
  });

  it('import only what the table allows', () => {
    expect(graphs.forbidden).toEqual([]);
  });

  it('hold every source file', () => {
    expect(graphs.homeless).toEqual([]);
  });

  it('are planned only while they have no folder', () => {
    expect(built.filter(({ folder }) => !existsSync(folder))).toEqual([]);
    expect(rooms.filter(({ folder, planned }) => planned === true && existsSync(folder))).toEqual([]);
  });

  it.each(built.filter(({ rootOnly }) => rootOnly !== true))(
    'say how the sub-rooms of $folder follow each other',
    ({ folder, storeys = [] }) => {
      const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
      expect(storeys.flat()).toEqual(expect.arrayContaining(folders.map(({ name }) => name)));
    },
  );
});
