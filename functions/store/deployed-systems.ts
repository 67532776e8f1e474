import * as z from 'zod';
import { environment, settings } from '../platform/environment.ts';
import { functionTable } from './dynamo/dynamo-client.ts';
import { type FunctionSystems, functionSystemsOf } from './function-systems.ts';
import { readSystem } from './system-files.ts';
import { systemTable } from './table/system-table.ts';

const systemSettings = z.array(
  z.object({
    id: z.string(),
    siteUrl: settings.SITE_URL,
    teamEmail: z.string().min(3),
    placeLeads: z.record(z.string(), z.email()),
    trustedDomains: z.array(z.string()),
  }),
);

let kept: FunctionSystems | undefined;

/** The systems of this deployment, made once for the lifetime of a function. */
export const deployedSystems = (): FunctionSystems => {
  const { TABLE_NAME, SYSTEMS } = environment({
    TABLE_NAME: settings.TABLE_NAME,
    SYSTEMS: z.string().transform((text) => systemSettings.parse(JSON.parse(text))),
  });
  return (kept ??= functionSystemsOf({
    settings: SYSTEMS,
    readSystem,
    tableOf: (id) => systemTable(functionTable(TABLE_NAME), id),
  }));
};
