import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { parseStageSettings, type StageSettings } from './stage-settings.ts';

/**
 * The settings of each stage. `demo` also runs on one machine (`npm start`). The organisation that runs the service
 * fills in `production`.
 */
const stages = {
  demo: {
    stage: 'demo',
    systems: [
      {
        id: 'kent-and-medway',
        domain: 'demo.dpp-match.example',
        teamEmail: 'team@dpp-match.example',
        replyTo: 'team@dpp-match.example',
        placeLeads: {},
        sharesWith: ['sussex'],
        merged: [],
      },
      {
        id: 'sussex',
        domain: 'sussex.demo.dpp-match.example',
        teamEmail: 'sussex@dpp-match.example',
        replyTo: 'sussex@dpp-match.example',
        placeLeads: {},
        sharesWith: ['kent-and-medway'],
        merged: [],
      },
    ],
    certificateArn: 'arn:aws:acm:us-east-1:111111111111:certificate/00000000-0000-4000-8000-000000000000',
    mailDomain: 'dpp-match.example',
    mailFrom: 'hello@dpp-match.example',
    alarmEmail: 'team@dpp-match.example',
    emailsAnHour: 500,
    // A training room to try out on one machine: requests from 127.0.240.1 and its neighbours.
    sharedNetworks: [{ name: 'training-room', ranges: ['127.0.240.0/24'], confirmationsAnHour: 240 }],
    reservedConcurrency: {},
    auditLock: { mode: 'governance', days: 30 },
    logRetention: RetentionDays.ONE_MONTH,
  },
  production: {
    stage: 'production',
    systems: [
      {
        id: 'kent-and-medway',
        domain: 'dpp-match.example',
        teamEmail: 'team@dpp-match.example',
        replyTo: 'team@dpp-match.example',
        placeLeads: {},
        sharesWith: [],
        merged: [],
      },
    ],
    certificateArn: 'arn:aws:acm:us-east-1:111111111111:certificate/00000000-0000-4000-8000-000000000000',
    mailDomain: 'dpp-match.example',
    mailFrom: 'hello@dpp-match.example',
    alarmEmail: 'team@dpp-match.example',
    emailsAnHour: 500,
    sharedNetworks: [],
    reservedConcurrency: { answering: 20, sending: 20 },
    // As long as the retention rules keep the audit: 6 years.
    auditLock: { mode: 'compliance', days: 2192 },
    logRetention: RetentionDays.ONE_YEAR,
  },
};

/**
 * Returns the checked settings of a stage.
 * @param name a key of `stages`
 * @throws Error if there is no such stage or its settings are invalid
 */
export const settingsOf = (name: string): StageSettings => {
  const found = Object.entries(stages).find(([key]) => key === name);
  if (found === undefined)
    throw new Error(`there is no stage "${name}": choose one of ${Object.keys(stages).join(', ')}`);
  return parseStageSettings(found[1]);
};
