import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import cdkJson from '../cdk.json' with { type: 'json' };
import { rooms } from './definition/capabilities/rooms.ts';
import { DataStack } from './stacks/data-stack.ts';
import { RoomStack } from './stacks/room-stack.ts';
import { ServiceStack } from './stacks/service-stack.ts';
import { SiteStack } from './stacks/site-stack.ts';
import { REGION, type StageSettings } from './definition/stage-settings.ts';

/**
 * Builds the CDK app with the stacks of one stage. Its `synth()` throws if cdk-nag finds a problem that has not been
 * acknowledged.
 *
 * @param outdir folder to which templates are written; CDK's default (`cdk.out`) if omitted
 */
export const dppMatchApp = (settings: StageSettings, outdir?: string): App => {
  const app = new App({
    analyticsReporting: false,
    // Passes the context from cdk.json. Only CDK's command line reads this file by itself, and tests run
    // without the command line.
    context: cdkJson.context,
    ...(outdir === undefined ? {} : { outdir }),
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

  const env = { region: REGION };
  const name = (stack: string) => `DppMatch-${settings.stage}-${stack}`;
  const data = new DataStack(app, name('Data'), { env, settings });
  const service = new ServiceStack(app, name('Service'), { env, settings, store: data });
  for (const [room, capabilities] of Object.entries(rooms))
    new RoomStack(app, name(`${room.charAt(0).toUpperCase()}${room.slice(1)}`), {
      env,
      room: capabilities,
      surroundings: service.surroundings,
    });
  const { webApi, surroundings } = service;
  new SiteStack(app, name('Site'), {
    env,
    settings,
    webApi,
    secrets: surroundings.secrets,
    objects: data.objects,
  });
  return app;
};
