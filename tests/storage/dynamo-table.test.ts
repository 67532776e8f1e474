import { beforeAll, inject } from 'vitest';
import { systemTable } from '../../functions/store/table/system-table.ts';
import type { Table } from '../../functions/store/table/table.ts';
import { localClient, localTable } from '../support/local-table.ts';
import { tableContract } from '../support/table-contract.ts';

let table: Table;
beforeAll(async () => {
  table = await localTable(localClient(inject('dynamoEndpoint')), 'contract');
});

tableContract('DynamoDB', () => table);
tableContract('a system on DynamoDB', () => systemTable(table, 'kent-and-medway'));
