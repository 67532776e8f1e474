import { hash } from 'node:crypto';
import type { Row } from '../../functions/store/table/table.ts';

/**
 * Returns a hash of the final rows, with their versions and lists, and of the outcomes of all runs. Two runs of a seed
 * must have the same hash.
 */
export const hashOf = (rows: readonly Row[], log: readonly string[]): string => {
  const places = rows.map(({ pk, sk, version, listSk = '' }) => `${pk} ${sk} ${String(version)} ${listSk}`);
  return hash('sha256', [...places, ...log].join('\n')).slice(0, 16);
};
