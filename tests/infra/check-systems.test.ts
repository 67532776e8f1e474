import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { mistakesInFolder, systemFolders } from '../../infra/build/read-system-folder.ts';

const riverlands = join(import.meta.dirname, '../fixtures/systems/zz-riverlands');
const checkSystems = (...folders: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, '../../infra/ops/check-systems.ts'), ...folders], {
    encoding: 'utf8',
  });

it.each(systemFolders())('%s has no mistakes', (folder) => {
  expect(mistakesInFolder(folder)).toEqual([]);
});

it('checks the folder that is named', () => {
  expect(checkSystems(riverlands)).toMatchObject({ status: 0, stdout: 'zz-riverlands: no mistakes\n' });
});

it('prints each mistake on a line of its own, and fails', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'check-'));
  const folder = join(scratch, 'zz-riverlands');
  try {
    cpSync(riverlands, folder, { recursive: true });
    const file = join(folder, 'aliases.csv');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('RHT,ZZA', 'RHT,ZZX').replace('Otter,ZZP1', 'Otter,ZZP9'),
    );
    expect(checkSystems(folder)).toMatchObject({
      status: 1,
      stdout: '',
      stderr:
        'zz-riverlands/aliases.csv, row 2 (RHT): no organisation has the code ZZX\n' +
        'zz-riverlands/aliases.csv, row 5 (Otter): no organisation has the owner ZZP9\n',
    });
  } finally {
    rmSync(scratch, { recursive: true });
  }
});
