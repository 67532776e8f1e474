import { spawnSync } from 'node:child_process';

/** Figures that need the whole stack are measured by vitest, which starts and stops it once. */
const { status } = spawnSync('npx', ['vitest', 'run', '--config', 'vitest.bench.config.ts'], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
