import * as z from 'zod';
import { daySchema, instantSchema } from '../../shared/kernel/time.ts';

/** The files that are built together from the rows of a system's DPPs, and always belong to one version. */
export const partNames = ['directory', 'text', 'supply', 'json', 'csv'] as const;
export type PartName = (typeof partNames)[number];

/**
 * Names the current files of a system. It is written last, so that a reader sees the files of one version; a builder
 * that fails before leaves the version before it.
 */
export const manifestSchema = z.strictObject({
  format: z.literal(1),
  /** The day in London for which availability was computed. */
  day: daySchema,
  /** Every change committed before this time is in the files. Later changes may be in them too. */
  completeTo: instantSchema,
  builtAt: instantSchema,
  /** Number of listed practitioners. */
  people: z.int().min(0),
  /** Key of each file. A key is used for one version only. */
  parts: z.record(z.enum(partNames), z.string()),
  /** Keys of the files of the version before, which nothing names any more. */
  replaced: z.array(z.string()),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Start of the keys of all these files of a system. */
export const publishedPrefix = (systemId: string): string => `${systemId}/published/`;

export const manifestKey = (systemId: string): string => `${publishedPrefix(systemId)}manifest.json`;

/** Key of a file. It begins with the time at which its builder started, so that files of a failed one can be told. */
export const partKey = (systemId: string, startedAt: number, id: string, part: PartName): string =>
  `${publishedPrefix(systemId)}${String(startedAt).padStart(14, '0')}-${id}-${part}`;

/** The time in a file's key, in milliseconds since 1970; undefined for the manifest. */
export const startedAtOf = (systemId: string, key: string): number | undefined => {
  const time = /^(\d{14})-/u.exec(key.slice(publishedPrefix(systemId).length))?.[1];
  return time === undefined ? undefined : Number(time);
};

/** Reads a stored manifest. @throws if it is of another format */
export const manifestFrom = (body: Uint8Array): Manifest =>
  manifestSchema.parse(JSON.parse(new TextDecoder().decode(body)));
