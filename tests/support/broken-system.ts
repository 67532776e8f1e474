import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FolderTexts, Surroundings } from '../../shared/systems/checks/check-report.ts';
import { systemMistakes } from '../../shared/systems/checks/check-system.ts';
import type { SystemFile } from '../../shared/systems/system-file.ts';

const folder = join(import.meta.dirname, '../fixtures/systems/zz-riverlands');

/** The files of the made-up system, which has no mistakes. */
export const riverlands: FolderTexts = Object.fromEntries(
  readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);

/** Two boards of England, and a neighbour of the made-up system. */
export const hillshireBeside: Surroundings = {
  boards: new Map([
    ['QKS', 'NHS Kent and Medway Integrated Care Board'],
    ['QRL', 'NHS Hampshire and Isle of Wight Integrated Care Board'],
  ]),
  others: [
    {
      id: 'hillshire',
      board: 'ZZN',
      places: ['hillshire'],
      touches: { hillshire: ['ZZQ:the-levels'] },
      outcodes: ['ZZ90', 'ZZ12'],
      split: ['ZZ12'],
    },
  ],
};

/** Checks the files of the made-up system. */
export const checkRiverlands = (texts: FolderTexts, around = hillshireBeside): readonly string[] =>
  systemMistakes('zz-riverlands', texts, around);

/** A change of a folder that puts a mistake into it. */
export type Breakage = (texts: FolderTexts) => FolderTexts;

/** The parts of `system.json`, to be changed. */
type Draft = { -readonly [Key in keyof SystemFile]: SystemFile[Key] } & Record<string, unknown>;

/** Changes `system.json`. */
export const inSystem =
  (change: (draft: Draft) => void): Breakage =>
  (texts) => {
    const draft = JSON.parse(texts['system.json'] ?? '') as Draft;
    change(draft);
    return { ...texts, 'system.json': JSON.stringify(draft) };
  };

/** Replaces a text that a file has once. @throws Error if it has it otherwise */
export const inFile =
  (file: string) =>
  (from: string, to: string): Breakage =>
  (texts) => {
    const parts = (texts[file] ?? '').split(from);
    if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times: ${from}`);
    return { ...texts, [file]: parts.join(to) };
  };

/** Adds a line to a file. */
export const withLine =
  (file: string, line: string): Breakage =>
  (texts) => ({ ...texts, [file]: `${texts[file] ?? ''}${line}\n` });

/** Removes a file. */
export const withoutFile =
  (file: string): Breakage =>
  ({ [file]: _, ...others }) =>
    others;
