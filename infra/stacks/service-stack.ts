import { CfnOutput, CfnParameter, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import { capabilities } from '../definition/capabilities/every-capability.ts';
import { AlarmChannel } from '../constructs/alarm-channel.ts';
import { CapabilityFunction } from '../constructs/capability-function.ts';
import { CapabilityTriggers } from '../constructs/capability-triggers.ts';
import { MailChannel } from '../constructs/mail-channel.ts';
import type { MatchTable } from '../constructs/match-table.ts';
import { ServiceEnvironment } from '../constructs/service-environment.ts';
import { UnreadableRows } from '../constructs/unreadable-rows.ts';
import { WebApi } from '../constructs/web-api.ts';
import type { StageSettings } from '../definition/stage-settings.ts';

interface ServiceStackProps extends StackProps {
  readonly settings: StageSettings;
  readonly table: MatchTable;
}

/** Everything that acts: the functions and what starts them. */
export class ServiceStack extends Stack {
  readonly webApi: WebApi;

  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    const { settings, table } = props;
    const { stage, logRetention } = settings;

    const siteUrl = new CfnParameter(this, 'SiteUrl', {
      default: `https://${settings.domain}`,
      description: 'Public address of the service. Links in e-mails start with it.',
    });
    const alarms = new AlarmChannel(this, 'Alarms', { teamEmail: settings.teamEmail });
    const mail = new MailChannel(this, 'Mail', { stage, mailDomain: settings.mailDomain });
    const environment = new ServiceEnvironment(this, 'Environment', {
      settings,
      siteUrl: siteUrl.valueAsString,
      configurationSet: mail.configurationSetName,
    });
    const schedules = new CfnScheduleGroup(this, 'Schedules', { name: `dpp-match-${stage}` });
    const unreadable = new UnreadableRows(this, 'UnreadableRows', { stage, tell: alarms.topic });
    this.webApi = new WebApi(this, 'Web', { logRetention, tell: alarms.topic });

    for (const capability of capabilities) {
      const name = `${capability.room}-${capability.verb}`;
      const unit = new CapabilityFunction(this, name, {
        capability,
        stage,
        environment: environment.of(capability, table),
        logRetention,
        tell: alarms.topic,
      });
      table.grant(unit.role, capability.table);
      if (capability.table.length > 0) unreadable.watch(name, unit.logGroup);
      if (capability.sendsMail === true) mail.grantSend(unit.role);
      this.webApi.route(capability, unit.function);
      new CapabilityTriggers(this, `${name}-triggers`, {
        capability,
        stage,
        unit,
        table,
        mail,
        schedules,
        tell: alarms.topic,
      });
    }
    new CfnOutput(this, 'ApiUrl', { value: this.webApi.api.apiEndpoint });
  }
}
