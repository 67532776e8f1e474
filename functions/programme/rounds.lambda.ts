import { runRoundCommand } from '../matching/rounds/run-round-command.ts';
import { environment, settings } from '../platform/environment.ts';
import { deployedSystems } from '../store/deployed-systems.ts';
import { madeOnce } from '../store/made-once.ts';
import { commandOfSystem } from './command-of-system.ts';
import { roundsContainerOf } from './rounds-container.ts';
import { rounds } from './rounds.ts';

/** Version of this code, stored with each plan that the code makes for a round. */
const { VERSION } = environment({ VERSION: settings.VERSION });

export const handler = commandOfSystem(
  deployedSystems(),
  madeOnce((functionSystem) =>
    rounds(runRoundCommand({ ...roundsContainerOf(functionSystem), version: VERSION })),
  ),
);
