import { Validations } from 'aws-cdk-lib';
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnSecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import * as z from 'zod';
import { type Capability, type SecretName, secretsOf } from '../definition/capabilities/capability.ts';

/** The variable that holds a secret's ARN. */
const variables: Readonly<Record<SecretName, string>> = {
  door: 'DOOR_SECRET_ARN',
  form: 'FORM_SECRET_ARN',
};

/** Field of a secret's JSON that holds the value in use (functions/platform/secrets/stored-secret.ts). */
const IN_USE = 'current';

/** The secrets of a stage. Functions read them while they run, so that a command can change them without a deployment. */
export class ServiceSecrets extends Construct {
  private readonly secrets: Readonly<Record<SecretName, Secret>>;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.secrets = {
      door: new Secret(this, 'Door', {
        description: 'Header with which CloudFront shows functions that a request came through it.',
        generateSecretString: {
          secretStringTemplate: '{}',
          generateStringKey: IN_USE,
          passwordLength: 64,
          excludePunctuation: true,
        },
      }),
      form: new Secret(this, 'Form', {
        description: 'Encrypts the answers in the hidden fields of a form.',
        generateSecretString: { passwordLength: 64, excludePunctuation: true },
      }),
    };
    // Keeps the name and the settings that the secret has had since 0.1.0: with others, CloudFormation would make a new
    // value, and forms that are being filled in could not be sent.
    z.instanceof(CfnSecret)
      .parse(this.secrets.form.node.defaultChild)
      .overrideLogicalId('EnvironmentSealD3949A44');
    for (const secret of Object.values(this.secrets))
      Validations.of(secret).acknowledge({
        id: 'AwsSolutions-SMG4',
        reason:
          'A change has to wait for functions, for CloudFront or for forms that are being filled in, so a command makes it ' +
          'step by step (docs/runbook/changing-a-secret.md).',
      });
  }

  /** The header value in use, which CloudFormation inserts into the distribution. */
  get doorValue(): string {
    return this.secrets.door.secretValueFromJson(IN_USE).unsafeUnwrap();
  }

  /** Variables with the ARNs of the secrets that a function reads. */
  variablesOf(capability: Capability): Readonly<Record<string, string>> {
    return Object.fromEntries(
      secretsOf(capability).map((name) => [variables[name], this.secrets[name].secretArn]),
    );
  }

  /** Allows `role`, a function's role, to read the secrets that the function's definition names. */
  grant(role: IRole, capability: Capability): void {
    const resources = secretsOf(capability).map((name) => this.secrets[name].secretArn);
    if (resources.length > 0)
      role.addToPrincipalPolicy(
        new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources }),
      );
  }
}
