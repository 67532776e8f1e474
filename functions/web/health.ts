import type { HttpHandler } from './http/http-message.ts';
import type { Table } from '../store/table/table.ts';

interface Deps {
  readonly table: Pick<Table, 'get'>;
  readonly version: string;
}

/** A row that is never written: looking for it shows that the table answers. */
const PROBE = { pk: 'HEALTH', sk: 'HEALTH' };

/** Says which version runs and what it tried: 200 when everything that it tried works, 503 otherwise. */
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
