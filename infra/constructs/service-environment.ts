import { Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Capability, Setting } from '../definition/capability.ts';
import type { StageSettings } from '../definition/stage-settings.ts';
import { version } from '../definition/version.ts';
import type { MatchTable } from './match-table.ts';

interface ServiceEnvironmentProps {
  readonly settings: StageSettings;
  readonly siteUrl: string;
  readonly configurationSet: string;
}

/** The values that functions may ask for by name, each told in one place; a function gets only those it asks for. */
export class ServiceEnvironment extends Construct {
  private readonly values: Readonly<Record<Setting, string>>;

  constructor(
    scope: Construct,
    id: string,
    { settings, siteUrl, configurationSet }: ServiceEnvironmentProps,
  ) {
    super(scope, id);
    const seal = new Secret(this, 'Seal', {
      description: 'Seals the answers that travel with a form.',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
    Validations.of(seal).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'The secret seals forms for a day and protects no stored data; functions read it at deployment, so turning ' +
        'it over by itself would break forms that are being filled in. The runbook says how to change it.',
    });
    this.values = {
      SITE_URL: siteUrl,
      // Read when the stack is deployed: no function calls Secrets Manager while somebody waits.
      SEAL_SECRET: seal.secretValue.unsafeUnwrap(),
      MAIL_FROM: `DPP Match <${settings.mailFrom}>`,
      MAIL_REPLY_TO: settings.mailReplyTo,
      TEAM_EMAIL: settings.teamEmail,
      CONFIGURATION_SET: configurationSet,
      TRUSTED_DOMAINS: settings.trustedDomains.join(','),
      PLACE_LEADS: Object.entries(settings.placeLeads)
        .map(([place, address]) => `${place}=${address}`)
        .join(','),
      EMAILS_AN_HOUR: String(settings.emailsAnHour),
      VERSION: version,
    };
  }

  of(capability: Capability, { table }: MatchTable): Readonly<Record<string, string>> {
    const asked = Object.fromEntries(capability.settings.map((name) => [name, this.values[name]]));
    return capability.table.length === 0 ? asked : { ...asked, TABLE_NAME: table.tableName };
  }
}
