import { systemClock } from '../platform/clock.ts';
import { environment, settings } from '../platform/environment.ts';
import { functionObjects } from '../platform/objects/function-objects.ts';
import { functionTable } from './dynamo/dynamo-client.ts';
import { type FunctionSystems, functionSystemsOf } from './function-systems.ts';
import { systemFiles } from './system-files.ts';
import { datedTable } from './table/dated-table.ts';
import { mergedTable } from './table/merged-table.ts';
import { systemTable } from './table/system-table.ts';

let kept: FunctionSystems | undefined;

/** The systems of this deployment, made once for the lifetime of a function. */
export const deployedSystems = (): FunctionSystems => {
  const { TABLE_NAME, BUCKET_NAME, SITE_URLS } = environment({
    TABLE_NAME: settings.TABLE_NAME,
    BUCKET_NAME: settings.BUCKET_NAME,
    SITE_URLS: settings.SITE_URLS,
  });
  return (kept ??= functionSystemsOf({
    files: systemFiles({
      objects: functionObjects(BUCKET_NAME),
      clock: systemClock,
      siteUrls: SITE_URLS,
    }),
    tableOf: (id, merged) => {
      const table = datedTable(functionTable(TABLE_NAME), systemClock);
      return systemTable(merged.length === 0 ? table : mergedTable(table, id, merged), id);
    },
  }));
};
