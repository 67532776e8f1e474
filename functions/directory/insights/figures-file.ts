import type { Objects } from '../../platform/objects/objects.ts';
import { type CountedFigures, countedFiguresSchema } from './count-figures.ts';

/** Key of the file with the figures of a system. */
const keyOf = (systemId: string): string => `${systemId}/figures/insights.json`;

interface Deps {
  readonly objects: Pick<Objects, 'get' | 'put'>;
  readonly systemId: string;
}

/** Reads and writes the figures of a system as a file, so that a page reads one small file whatever the system's size. */
export const figuresFile = ({ objects, systemId }: Deps) => ({
  /** @returns undefined if no figures have been written yet */
  read: async (): Promise<CountedFigures | undefined> => {
    const found = await objects.get(keyOf(systemId));
    return typeof found === 'object'
      ? countedFiguresSchema.parse(JSON.parse(new TextDecoder().decode(found.body)))
      : undefined;
  },
  write: async (figures: CountedFigures): Promise<void> => {
    await objects.put(keyOf(systemId), JSON.stringify(figures), { contentType: 'application/json' });
  },
});
