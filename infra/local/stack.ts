import { join } from 'node:path';
import { authoriseBy } from './lambda/authorise.ts';
import { awsCallTo } from './network/aws-call.ts';
import { awsProxy } from './aws/aws-proxy.ts';
import { recordedCalls } from './lambda/recorded-calls.ts';
import { movableClock } from './lambda/movable-clock.ts';
import { cloudFront } from './edge/cloudfront.ts';
import { directApi } from './edge/direct-api.ts';
import { originHeadersOf } from './edge/origin-headers.ts';
import { controlServer } from './console/control-server.ts';
import { objectStoresOf } from './aws/object-stores-of.ts';
import { s3Endpoint } from './aws/s3-endpoint.ts';
import { secretsEndpoint } from './aws/secrets-endpoint.ts';
import { secretStore } from './aws/secret-store.ts';
import { sqsEndpoint } from './aws/sqs-endpoint.ts';
import { tableFaults } from './aws/table-faults.ts';
import { startDynamoDbLocal } from './aws/dynamo-db-local.ts';
import { freePort } from './network/free-port.ts';
import { localFunctions } from './lambda/functions.ts';
import { httpApi } from './edge/http-api.ts';
import { startInbox } from './mail/inbox.ts';
import { serve } from './network/json-http.ts';
import { functionLogs } from './lambda/function-logs.ts';
import { sesEndpoint } from './mail/ses-endpoint.ts';
import { mailEventRouter } from './mail/mail-events.ts';
import { policiesOf } from './lambda/iam-policy.ts';
import { queuesOf } from './events/queues.ts';
import { schedulesOf } from './events/schedules.ts';
import { deadLetterSender } from './events/send-to-dead-letters.ts';
import { makeTables } from './aws/tables.ts';
import { readAssembly } from './template/assembly.ts';
import { deployedSystems } from './template/deployed-systems.ts';
import { localTemplateOf } from './template/local-template.ts';
import { timekeeper } from './events/timekeeper.ts';
import { triggersOf } from './events/triggers.ts';

interface Options {
  /** Path of the folder cdk.out, the output of `cdk synth`. */
  readonly assembly: string;
  /** Port of the site; 0 means any free port. */
  readonly sitePort: number;
  /** Port of the second system's site; further systems have the ports after it. 0 means free ports. */
  readonly systemsPort: number;
  readonly inboxPort: number;
  readonly consolePort: number;
  /** Port of the HTTP API's own address, which CloudFront's callers never see. */
  readonly apiPort: number;
  /** Folder in which data is kept between starts; if omitted, data is kept in memory only. */
  readonly keepIn?: string;
  /** Whether schedules fire when they are due. False in tests, which run schedules themselves. */
  readonly schedulesRun: boolean;
}

/** The whole service, running on this machine. */
export interface LocalStack {
  /** The site of each system, the first system's first. */
  readonly sites: readonly { readonly systemId: string; readonly url: string }[];
  readonly inboxUrl: string;
  readonly consoleUrl: string;
  /** The HTTP API's own address: it answers 403 to everybody who calls it past CloudFront. */
  readonly apiUrl: string;
  /** AWS endpoint. Tests and tools call it with the access key `runner`, which may do everything. */
  readonly awsEndpoint: string;
  readonly tableName: string;
  /** True if there is no data from an earlier start. */
  readonly isNew: boolean;
  /** The service's clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** Runs the schedules that build files, so that every page can be read at once. */
  readonly buildFiles: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Prints on the terminal the errors that functions log, because developers rarely open the logs. */
const showErrors = ({ function: name, line }: { readonly function: string; readonly line: string }): void => {
  if (line.includes('"ERROR"')) process.stderr.write(`${name}: ${line}\n`);
};

/** Gives each system a port: the first the usual one, the others those from `systemsPort` on. */
const sitePorts = async <System>(
  systems: readonly System[],
  { sitePort, systemsPort }: Pick<Options, 'sitePort' | 'systemsPort'>,
): Promise<readonly (System & { readonly port: number })[]> => {
  const anyPort = sitePort === 0 || systemsPort === 0;
  return Promise.all(
    systems.map(async (system, index) => {
      const wanted = index === 0 ? sitePort : anyPort ? 0 : systemsPort + index - 1;
      return { ...system, port: wanted === 0 ? await freePort() : wanted };
    }),
  );
};

/** The schedules that build the files from which pages are read. */
const BUILDS_FILES = new Set(['directory-rebuild', 'directory-count-figures']);

/** Starts everything that the synthesized templates describe. */
export const startStack = async (options: Options): Promise<LocalStack> => {
  const assembly = readAssembly(options.assembly);
  const late = new Map<string, string>();
  const ports = await sitePorts(deployedSystems(localTemplateOf(assembly, {}, late)), options);
  // No trailing slashes, because links in e-mails append paths to these addresses.
  const siteUrls = ports.map(({ id, port }) => `${id}=http://localhost:${port}`).join(',');
  const template = localTemplateOf(assembly, { SiteUrls: siteUrls }, late);

  const keep = (name: string) => (options.keepIn === undefined ? undefined : join(options.keepIn, name));
  const clock = movableClock(keep('clock.json'));
  const logs = functionLogs(showErrors);
  const calls = recordedCalls();
  const [dynamo, inbox] = await Promise.all([
    startDynamoDbLocal(keep('table')),
    startInbox(options.inboxPort),
  ]);
  const asRunner = awsCallTo(dynamo.endpoint, dynamo.accessKey);
  const { streams, isNew } = await makeTables(template, asRunner);
  for (const [name, arn] of streams) late.set(name, arn);

  const policies = policiesOf(template);
  const queues = queuesOf(template);
  const authorise = authoriseBy(() => functions, policies, calls);
  const events = mailEventRouter(template, queues, clock);
  const mail = sesEndpoint({ template, inboxUrl: inbox.url, authorise, events });
  const faults = tableFaults();
  const secrets = secretStore(template, options.keepIn);
  const objects = objectStoresOf(template, keep('objects'));
  const proxy = await awsProxy({
    dynamo,
    authorise,
    sendMail: mail.send,
    s3: s3Endpoint(objects, authorise),
    sqs: sqsEndpoint(queues, authorise),
    secrets: secretsEndpoint(secrets, authorise),
    faults,
    wrote: () => triggers.wake(),
  });
  const functions = localFunctions({
    template,
    clock,
    logs,
    authorise,
    awsEndpoint: proxy.url,
  });
  const deadLetter = deadLetterSender(queues, authorise);
  const tableName = template.onlyRef('AWS::DynamoDB::Table');
  const triggers = triggersOf({
    ...{ template, functions, queues, authorise, deadLetter, tableName },
    awsEndpoint: proxy.url,
    dynamo: asRunner,
  });
  const schedules = schedulesOf({ template, functions, policies, deadLetter });
  const time = timekeeper({ clock, schedules, settle: triggers.settle });
  const api = httpApi(template, functions);
  const originHeaders = originHeadersOf(template, (text) => secrets.resolve(text));
  const edgeOf = cloudFront(template, api, originHeaders, objects);
  const sites = await Promise.all(
    ports.map(async ({ id, domain, port }) => ({ systemId: id, site: await serve(port, edgeOf(domain)) })),
  );
  const besideCloudFront = await serve(options.apiPort, directApi(api));
  const siteUrlOf = sites.map(({ systemId, site: { url } }) => ({ systemId, url }));
  const control = await controlServer(options.consolePort, {
    clock,
    logs,
    calls,
    policies,
    queues,
    events,
    mail,
    faults,
    functions,
    schedules,
    time,
    triggers,
    originHeaders,
    urls: { sites: siteUrlOf, api: besideCloudFront.url, inbox: inbox.url, aws: proxy.url, tableName },
  });

  triggers.start();
  if (options.schedulesRun) time.start();
  return {
    sites: siteUrlOf,
    inboxUrl: inbox.url,
    consoleUrl: control.url,
    apiUrl: besideCloudFront.url,
    awsEndpoint: proxy.url,
    tableName,
    isNew,
    now: clock.now,
    buildFiles: async () => {
      for (const schedule of schedules) if (BUILDS_FILES.has(schedule.name)) await schedule.run(clock.now());
    },
    stop: async () => {
      await Promise.all([
        ...sites.map(({ site }) => site.close()),
        besideCloudFront.close(),
        control.close(),
        time.stop(),
      ]);
      await triggers.stop();
      await functions.close();
      await Promise.all([proxy.close(), inbox.close(), dynamo.stop()]);
    },
  };
};
