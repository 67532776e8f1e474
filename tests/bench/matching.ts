import { compareWithHighs } from './matching/against-highs.ts';
import { measureGrowth } from './matching/growth.ts';
import { compareWays } from './matching/ways-of-allocating.ts';

const failures = [...(await compareWithHighs()), ...measureGrowth(), ...compareWays()];
console.log(
  failures.length === 0 ? '\nEvery figure is reached.' : `\nNot reached:\n  ${failures.join('\n  ')}`,
);
await import('./one-seat.ts');
