import { Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from 'aws-cdk-lib/aws-ses';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { MailEventsRule } from './mail-events-rule.ts';

interface MailChannelProps {
  readonly stage: string;
  readonly mailDomain: string;
}

/**
 * The SES identity from which the service sends e-mails, and the route on which delivery events come back to the
 * service.
 */
export class MailChannel extends Construct {
  readonly configurationSetName: string;
  private readonly identityName: string;

  constructor(scope: Construct, id: string, props: MailChannelProps) {
    super(scope, id);
    this.configurationSetName = `dpp-match-${props.stage}`;
    const configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      configurationSetName: this.configurationSetName,
      reputationMetrics: true,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      // The service keeps its own list, which the programme team can correct. SES's list would go on refusing.
      disableSuppressionList: true,
    });
    configurationSet.addEventDestination('Events', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: [
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.REJECT,
      ],
    });
    const identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(props.mailDomain),
      configurationSet,
    });
    this.identityName = identity.emailIdentityName;
  }

  /** Allows `role` to send from this identity through this configuration set only. */
  grantSend(role: IRole): void {
    const arn = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({ service: 'ses', resource, resourceName });
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        resources: [arn('identity', this.identityName), arn('configuration-set', this.configurationSetName)],
      }),
    );
  }

  /** Routes delivery events (bounce, complaint, delivery, reject) to `queue`, by a rule in the reader's stack. */
  sendEventsTo(reader: Construct, queue: Queue): void {
    new MailEventsRule(reader, 'WhatBecameOfIt', { configurationSetName: this.configurationSetName, queue });
  }
}
