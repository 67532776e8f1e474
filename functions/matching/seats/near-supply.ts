import { type Supply, supplyFrom } from '../../../shared/matching/index/supply-pool.ts';
import { systemClock } from '../../platform/clock.ts';
import { environment, settings } from '../../platform/environment.ts';
import { functionObjects } from '../../platform/objects/function-objects.ts';
import type { FunctionSystem } from '../../store/function-system.ts';
import { publishedFiles, type PublishedVersion } from '../../store/published-files.ts';
import type { MatchingSupply } from './matching-supply.ts';

/**
 * Gives a page of one system the practitioners who might fit a seat, from the file that the builder published; undefined
 * while there is none. Reads no rows, and needs nothing of what only ranking needs.
 */
export const nearSupply = ({ system }: FunctionSystem) => {
  const { BUCKET_NAME } = environment({ BUCKET_NAME: settings.BUCKET_NAME });
  const files = publishedFiles({
    objects: functionObjects(BUCKET_NAME),
    systemId: system.id,
    clock: systemClock,
  });
  let kept: { readonly version: PublishedVersion; readonly supply: Supply } | undefined;
  return (): Promise<Pick<MatchingSupply, 'nearly'> | undefined> =>
    files(async (version) => {
      const supply = kept?.version === version ? kept.supply : supplyFrom(await version.part('supply'));
      kept = { version, supply };
      return { nearly: supply.nearly };
    });
};
