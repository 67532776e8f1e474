import { instantOf } from '../../../shared/kernel/time.ts';
import { keyInSystem, keyWithoutSystem, lists, systemOfKey } from './keys.ts';
import type { Key } from './table.ts';

const listOf = (systemId: string | undefined): string =>
  systemId === undefined ? lists.counters : keyInSystem(systemId, lists.counters);

/**
 * Returns a counter's list and position in the index. The nightly retention of the counter's system reads this list to
 * delete expired counters. Counters of the whole deployment only expire.
 */
export const sweptList = (
  { pk }: Key,
  sweepAt: number,
): { readonly listPk: string; readonly listSk: string } => ({
  listPk: listOf(systemOfKey(pk)),
  listSk: `${instantOf(sweepAt * 1_000)}#${keyWithoutSystem(pk)}`,
});
