import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { MatchTable } from '../constructs/match-table.ts';

/** Stored data, apart from the code so that it outlives every deployment. */
export class DataStack extends Stack {
  readonly table: MatchTable;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    this.table = new MatchTable(this, 'Matches');
  }
}
