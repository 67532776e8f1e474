import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { DataStack } from './stacks/data-stack.ts';
import { ServiceStack } from './stacks/service-stack.ts';
import { SiteStack } from './stacks/site-stack.ts';
import { REGION } from './stage-settings.ts';
import { settingsOf } from './stages.ts';

const app = new App({ analyticsReporting: false });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

const settings = settingsOf(process.env['STAGE'] ?? 'demo');
const env = { region: REGION };
const name = (stack: string) => `DppMatch-${settings.stage}-${stack}`;

const data = new DataStack(app, name('Data'), { env });
const service = new ServiceStack(app, name('Service'), { env, settings, table: data.table });
new SiteStack(app, name('Site'), { env, settings, webApi: service.webApi });
app.synth();
