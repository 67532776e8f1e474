import { compareWithHighs } from './matching/against-highs.ts';
import { measureGrowth } from './matching/growth.ts';
import { compareWays } from './matching/ways-of-allocating.ts';

const failures = [...(await compareWithHighs()), ...measureGrowth(), ...compareWays()];
console.log(
  failures.length === 0 ? '\nAll aims are reached.' : `\nAims not reached:\n  ${failures.join('\n  ')}`,
);
await import('./one-seat.ts');
