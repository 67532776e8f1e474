import type * as z from 'zod';
import type { Objects } from '../platform/objects/objects.ts';

interface Deps<Figures> {
  readonly objects: Pick<Objects, 'get' | 'put'>;
  readonly systemId: string;
  readonly name: 'insights' | 'fairness' | 'organisations';
  readonly schema: z.ZodType<Figures>;
}

/** Reads and writes figures of a system as a file, so that a page reads one small file whatever the system's size. */
export const figuresFile = <Figures>({ objects, systemId, name, schema }: Deps<Figures>) => {
  const key = `${systemId}/figures/${name}.json`;
  return {
    /** @returns undefined if no figures have been written yet */
    read: async (): Promise<Figures | undefined> => {
      const found = await objects.get(key);
      return typeof found === 'object'
        ? schema.parse(JSON.parse(new TextDecoder().decode(found.body)))
        : undefined;
    },
    write: async (figures: Figures): Promise<void> => {
      await objects.put(key, JSON.stringify(figures), { contentType: 'application/json' });
    },
  };
};
