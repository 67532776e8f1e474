import { basename, delimiter } from 'node:path';
import type { StageSettings } from './stage-settings.ts';
import { settingsOf } from './stages.ts';

/** Names of the environment variables that choose a stage. */
type Variables = Readonly<Record<string, string | undefined>>;

/** Folders of systems that are tried out beside those of the stage, as in `EXTRA_SYSTEMS`. */
export const extraFolders = ({ EXTRA_SYSTEMS = '' }: Variables): readonly string[] =>
  EXTRA_SYSTEMS.split(delimiter).filter((folder) => folder !== '');

const triedOut = (id: string): StageSettings['systems'][number] => ({
  id,
  domain: `${id}.demo.dpp-match.example`,
  teamEmail: `${id}@dpp-match.example`,
  replyTo: `${id}@dpp-match.example`,
  placeLeads: {},
  sharesWith: [],
  merged: [],
});

/**
 * Returns the settings of the stage that `STAGE` names (`demo` if it names none). `EXTRA_SYSTEMS` adds systems to `demo`:
 * paths of folders, joined as in `PATH`, whose names are the ids of the systems.
 *
 * @throws Error if there is no such stage, or if systems are added to another stage
 */
export const stageOf = (variables: Variables): StageSettings => {
  const stage = variables['STAGE'] ?? 'demo';
  const settings = settingsOf(stage);
  const ids = extraFolders(variables).map((folder) => basename(folder));
  if (ids.length > 0 && stage !== 'demo')
    throw new Error(`the stage ${stage} serves only the systems of its settings: EXTRA_SYSTEMS is for demo`);
  return { ...settings, systems: [...settings.systems, ...ids.map(triedOut)] };
};
