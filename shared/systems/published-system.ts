import * as z from 'zod';
import { type ConsentFile, consentFileSchema, currentWordings } from './consent-wordings.ts';
import { commonSettings, settingsFileSchema } from './service-settings.ts';
import { systemFileSchema } from './system-file.ts';

const wording = z.object({ id: z.string(), text: z.string() });

/**
 * Schema of a system's main file as functions read it: `system.json` of the folder, with what its smaller files say.
 * Keys that a later version adds are left out.
 */
export const publishedSystemSchema = z.object({
  ...systemFileSchema.shape,
  settings: z.object({
    askAfterDays: z.int(),
    repeatAfterDays: z.int(),
    hideAfterDays: z.int(),
    workingDaysToAnswer: z.int(),
    travelMinutes: z.int(),
  }),
  /** The wordings in use, to which people agree. */
  consent: z.object({ register: wording, request: wording }),
  /** What differs from the common policy of matching, as in `policy.json`; see `policyOf`. */
  policy: z
    .looseObject({ version: z.string(), pairs: z.record(z.string(), z.unknown()).exactOptional() })
    .exactOptional(),
});
export type PublishedSystem = z.infer<typeof publishedSystemSchema>;

const noConsents: ConsentFile = { current: {}, wordings: {} };

/**
 * Makes the published file of a system from the files of its folder.
 *
 * @param texts the files by name
 * @throws if a file is not valid
 */
export const publishedSystemFrom = (texts: Readonly<Partial<Record<string, string>>>): PublishedSystem => {
  const read = (name: string): unknown => {
    const text = texts[name];
    return text === undefined ? undefined : JSON.parse(text);
  };
  const policy = read('policy.json');
  return publishedSystemSchema.parse({
    ...systemFileSchema.parse(read('system.json')),
    settings: { ...commonSettings, ...settingsFileSchema.parse(read('settings.json') ?? {}) },
    consent: currentWordings(consentFileSchema.parse(read('consent.json') ?? noConsents)),
    ...(policy === undefined ? {} : { policy }),
  });
};
