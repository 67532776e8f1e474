import { spawnSync } from 'node:child_process';

/** Figures that need the whole stack are measured in vitest, whose set-up starts and stops the stack. */
const { status } = spawnSync('npx', ['vitest', 'run', '--config', 'vitest.bench.config.ts'], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
