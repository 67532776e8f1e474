import type { Organisation } from '../../../shared/domain/organisation.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { inventEmployers } from './employers.ts';
import { inventFrom } from './invent.ts';
import { settleDpps } from './people.ts';
import { script } from './script.ts';
import { timesAt } from './times.ts';
import { type World, worldOf } from './world.ts';

const SEED = 20_261_121;

export interface SeededWorld extends World {
  readonly organisations: readonly Organisation[];
}

/** The demonstration data as it stands at a moment: the same moment gives the same data. */
export const makeWorld = (now: Instant): SeededWorld => {
  const invent = inventFrom(SEED);
  const times = timesAt(now);
  const employers = inventEmployers(invent, times.ago(400));
  const world = worldOf(invent);
  settleDpps(world, invent, times, employers);
  script({ world, invent, times, employers });
  return { ...world, organisations: employers.map(({ organisation }) => organisation) };
};
