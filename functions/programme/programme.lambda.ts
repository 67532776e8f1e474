import { environment, settings } from '../platform/config.ts';
import { askForMore } from './ask-for-more.ts';
import { clearConflict } from './clear-conflict.ts';
import { container } from './container.ts';
import { listChecks } from './list-checks.ts';
import { listFlags } from './list-flags.ts';
import { programme } from './programme.ts';
import { recordCheck } from './record-check.ts';
import { runRoundCommand } from './rounds/run-round-command.ts';

/** A round says which version of the service made it. */
const { VERSION } = environment({ VERSION: settings.VERSION });

export const handler = programme({
  clock: container.clock,
  listChecks: listChecks(container),
  listFlags: listFlags(container),
  recordCheck: recordCheck(container),
  askForMore: askForMore(container),
  clearConflict: clearConflict(container),
  rounds: runRoundCommand({ ...container, version: VERSION }),
});
