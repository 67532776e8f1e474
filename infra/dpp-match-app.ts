import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import cdkJson from '../cdk.json' with { type: 'json' };
import { DataStack } from './stacks/data-stack.ts';
import { ServiceStack } from './stacks/service-stack.ts';
import { SiteStack } from './stacks/site-stack.ts';
import { REGION, type StageSettings } from './definition/stage-settings.ts';

/**
 * The whole system of one stage. `synth()` throws when a check finds something that nobody has acknowledged.
 * @param outdir where the templates go; CDK's own choice when not given
 */
export const dppMatchApp = (settings: StageSettings, outdir?: string): App => {
  const app = new App({
    analyticsReporting: false,
    // Also without CDK's command line, which would read them from the file itself.
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
