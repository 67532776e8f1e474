import { instantOf } from '../../../shared/kernel/time.ts';
import { lists } from './keys.ts';
import type { Key } from './table.ts';

/** The list of expired counters, which the nightly retention removes. */
export const sweptList = (
  { pk }: Key,
  sweepAt: number,
): { readonly listPk: string; readonly listSk: string } => ({
  listPk: lists.counters,
  listSk: `${instantOf(sweepAt * 1_000)}#${pk}`,
});
