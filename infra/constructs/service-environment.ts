import { Construct } from 'constructs';
import type { Capability, Setting } from '../definition/capabilities/capability.ts';
import type { StageSettings } from '../definition/stage-settings.ts';
import { version } from '../definition/version.ts';
import type { DataStore } from './data-store.ts';

interface ServiceEnvironmentProps {
  readonly settings: StageSettings;
  readonly siteUrls: string;
  readonly configurationSet: string;
}

/** Values for the functions' environment variables. A function gets only the settings that its definition lists. */
export class ServiceEnvironment extends Construct {
  private readonly values: Readonly<Record<Setting, string>>;
  private readonly siteUrls: string;

  constructor(
    scope: Construct,
    id: string,
    { settings, siteUrls, configurationSet }: ServiceEnvironmentProps,
  ) {
    super(scope, id);
    this.siteUrls = siteUrls;
    this.values = {
      MAIL_FROM: `DPP Match <${settings.mailFrom}>`,
      CONFIGURATION_SET: configurationSet,
      EMAILS_AN_HOUR: String(settings.emailsAnHour),
      VERSION: version,
    };
  }

  of({ settings, exportsAudit }: Capability, store: DataStore): Readonly<Record<string, string>> {
    return {
      ...Object.fromEntries(settings.map((name) => [name, this.values[name]])),
      TABLE_NAME: store.table.table.tableName,
      BUCKET_NAME: store.objects.bucket.bucketName,
      SITE_URLS: this.siteUrls,
      ...(exportsAudit === undefined ? {} : { AUDIT_BUCKET_NAME: store.audit.bucket.bucketName }),
    };
  }
}
