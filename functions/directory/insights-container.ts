import { countedOrganisationsSchema } from '../../shared/insights/counted-organisations.ts';
import { environment, settings } from '../platform/environment.ts';
import { functionObjects } from '../platform/objects/function-objects.ts';
import type { FunctionSystem } from '../store/function-system.ts';
import { containerOf } from './container.ts';
import { countedFairnessSchema } from './insights/count-fairness.ts';
import { countedFiguresSchema } from './insights/count-figures.ts';
import { fairness } from './insights/fairness.ts';
import { figuresFile } from '../store/figures-file.ts';

/** Makes the dependencies of the page on supply, demand and fairness, and those of the function that counts for it. */
export const insightsContainerOf = (functionSystem: FunctionSystem) => {
  const container = containerOf(functionSystem);
  const { BUCKET_NAME } = environment({ BUCKET_NAME: settings.BUCKET_NAME });
  const bucket = { objects: functionObjects(BUCKET_NAME), systemId: functionSystem.system.id };
  const figures = figuresFile({ ...bucket, name: 'insights', schema: countedFiguresSchema });
  const fairnessFile = figuresFile({ ...bucket, name: 'fairness', schema: countedFairnessSchema });
  const organisationsFile = figuresFile({
    ...bucket,
    name: 'organisations',
    schema: countedOrganisationsSchema,
  });
  return {
    ...container,
    figures,
    organisationsFile,
    fairnessFile,
    counted: figures.read,
    fairness: fairness({
      system: functionSystem.system,
      counted: fairnessFile.read,
      clock: container.clock,
    }),
  };
};
