import type { HttpHandler } from './http/http-message.ts';
import type { Table } from '../store/table/table.ts';

interface Deps {
  readonly table: Pick<Table, 'get'>;
  readonly version: string;
}

/** Key of a row that never exists. Reading it shows that the table responds. */
const PROBE = { pk: 'HEALTH', sk: 'HEALTH' };

/** Health check: reports the version and the result of each probe, with 200 if all succeed, else 503. */
export const health =
  ({ table, version }: Deps): HttpHandler =>
  async () => {
    const tableAnswers = await table.get([PROBE]).then(
      () => true,
      () => false,
    );
    return {
      status: tableAnswers ? 200 : 503,
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
      body: JSON.stringify({
        status: tableAnswers ? 'ok' : 'failing',
        version,
        checks: [{ name: 'table', ok: tableAnswers }],
      }),
    };
  };
