import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { deployedFiles } from './deployed-files.ts';
import type { LocalTemplate } from './local-template.ts';

const bucket = z.object({ BucketEncryption: z.unknown() });
const settings = z.array(z.object({ id: z.string(), domain: z.string() })).min(1);

/**
 * Reads which systems the stacks serve, from the file of settings that they copy into a bucket.
 * @throws if they copy no such file
 */
export const deployedSystems = (template: LocalTemplate): z.infer<typeof settings> => {
  const [file] = template
    .all('AWS::S3::Bucket', bucket)
    .flatMap(({ id }) => deployedFiles(template, template.ref(id)).get('systems/deployment.json') ?? []);
  if (file === undefined) throw new Error('the stacks copy no settings of systems');
  return settings.parse(JSON.parse(readFileSync(file.file, 'utf8')));
};
