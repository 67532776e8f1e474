import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AuditBucket } from '../constructs/audit-bucket.ts';
import type { DataStore } from '../constructs/data-store.ts';
import { MatchTable } from '../constructs/match-table.ts';
import { ObjectBucket } from '../constructs/object-bucket.ts';
import type { StageSettings } from '../definition/stage-settings.ts';

interface DataStackProps extends StackProps {
  readonly settings: StageSettings;
}

/**
 * Stack with the stored data. It is separate from the code, so that deploying or deleting the other stacks never
 * touches the data.
 */
export class DataStack extends Stack implements DataStore {
  readonly table: MatchTable;
  readonly objects: ObjectBucket;
  readonly audit: AuditBucket;

  constructor(scope: Construct, id: string, { settings: { systems, auditLock }, ...props }: DataStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    this.table = new MatchTable(this, 'Matches');
    this.audit = new AuditBucket(this, 'Audit', { lock: auditLock });
    this.objects = new ObjectBucket(this, 'Objects', { systems: systems.map((system) => system.id) });
  }
}
