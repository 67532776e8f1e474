import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import cdkJson from '../cdk.json' with { type: 'json' };
import { DataStack } from './stacks/data-stack.ts';
import { ServiceStack } from './stacks/service-stack.ts';
import { SiteStack } from './stacks/site-stack.ts';
import { REGION, type StageSettings } from './definition/stage-settings.ts';

/**
 * The stacks of one stage. `synth()` throws if a check of cdk-nag fails that is not acknowledged.
 *
 * @param outdir folder of the templates; CDK's default if omitted
 */
export const dppMatchApp = (settings: StageSettings, outdir?: string): App => {
  const app = new App({
    analyticsReporting: false,
    // CDK's command line reads these itself; tests run without it.
    context: cdkJson.context,
    ...(outdir === undefined ? {} : { outdir }),
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

  const env = { region: REGION };
  const name = (stack: string) => `DppMatch-${settings.stage}-${stack}`;
  const data = new DataStack(app, name('Data'), { env });
  const service = new ServiceStack(app, name('Service'), { env, settings, table: data.table });
  new SiteStack(app, name('Site'), { env, settings, webApi: service.webApi });
  return app;
};
