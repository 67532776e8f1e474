import { CfnParameter, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import type { Surroundings } from '../constructs/add-room.ts';
import { AlarmOfAllFunctions } from '../constructs/alarm-of-all-functions.ts';
import { AlarmChannel } from '../constructs/alarm-channel.ts';
import { FedQueues } from '../constructs/fed-queues.ts';
import { MailChannel } from '../constructs/mail-channel.ts';
import type { DataStore } from '../constructs/data-store.ts';
import { ServiceEnvironment } from '../constructs/service-environment.ts';
import { ServiceSecrets } from '../constructs/service-secrets.ts';
import { SystemFiles } from '../constructs/system-files.ts';
import { WebApi } from '../constructs/web-api.ts';
import type { StageSettings } from '../definition/stage-settings.ts';

interface ServiceStackProps extends StackProps {
  readonly settings: StageSettings;
  readonly store: DataStore;
}

/** Stack with what the functions of all rooms use: API, mail, alarms, schedules, settings and the files of systems. */
export class ServiceStack extends Stack {
  readonly webApi: WebApi;
  readonly surroundings: Surroundings;

  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    const { settings, store } = props;
    const { stage, logRetention } = settings;

    const siteUrls = new CfnParameter(this, 'SiteUrls', {
      default: '',
      description:
        'Addresses of systems that are not reached by their domains, as on one machine: "anyshire=http://localhost:8080". Links ' +
        'in e-mails start with them.',
    });
    const { systems, sharedNetworks } = settings;
    new SystemFiles(this, 'Systems', { objects: store.objects, systems, sharedNetworks });
    const alarms = new AlarmChannel(this, 'Alarms', { alarmEmail: settings.alarmEmail });
    const mail = new MailChannel(this, 'Mail', { stage, mailDomain: settings.mailDomain });
    const environment = new ServiceEnvironment(this, 'Environment', {
      settings,
      siteUrls: siteUrls.valueAsString,
      configurationSet: mail.configurationSetName,
    });
    this.webApi = new WebApi(this, 'Web', { stage, logRetention, tell: alarms.topic });
    this.surroundings = {
      stage,
      logRetention,
      store,
      environment,
      secrets: new ServiceSecrets(this, 'Secrets'),
      mail,
      queues: new FedQueues(),
      webApi: this.webApi,
      schedules: new CfnScheduleGroup(this, 'Schedules', { name: `dpp-match-${stage}` }),
      unreadable: new AlarmOfAllFunctions(this, 'UnreadableRows', {
        stage,
        tell: alarms.topic,
        code: 'row-unreadable',
        effect:
          'A stored row cannot be read: that person or request is missing everywhere, all others are served.',
        runbook: 'a-row-cannot-be-read',
      }),
      pastTheDoor: new AlarmOfAllFunctions(this, 'PastTheDoor', {
        stage,
        tell: alarms.topic,
        code: 'door-refused',
        effect:
          'Many requests were refused because they do not show the value that CloudFront sends: somebody tries to come past it, or nobody can use the service.',
        runbook: 'requests-come-past-the-door',
        threshold: 50,
      }),
      reservedConcurrency: settings.reservedConcurrency,
      tell: alarms.topic,
    };
  }
}
