import { instantOf } from '../../../shared/kernel/time.ts';
import { lists } from './keys.ts';
import type { Key } from './table.ts';

/**
 * Returns a counter's list and position in the index. The nightly retention reads this list to delete expired
 * counters.
 */
export const sweptList = (
  { pk }: Key,
  sweepAt: number,
): { readonly listPk: string; readonly listSk: string } => ({
  listPk: lists.counters,
  listSk: `${instantOf(sweepAt * 1_000)}#${pk}`,
});
