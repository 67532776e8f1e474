import { spawnSync } from 'node:child_process';

/** The figures that need the whole stack are taken by vitest, which starts it once and stops it again. */
const { status } = spawnSync('npx', ['vitest', 'run', '--config', 'vitest.bench.config.ts'], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
