import type { Row } from '../../../functions/store/table/table.ts';
import { changing, matches, overObjects, type Plant } from './plant.ts';

const undated = ({ changedSk: _changedSk, ...row }: Row): Row => row;

export const directoryPlants: readonly Plant[] = [
  {
    name: 'nobody-from-an-older-file',
    words: 'matching says that nobody is left although its file may lack somebody',
    noticedAs: /was told that nobody is left/u,
    needs: 'files',
    ports: (ports, { what }) =>
      !matches(what)
        ? ports
        : overObjects(ports, (objects) => ({
            get: async (key, options) => {
              const found = await objects.get(key, options);
              if (typeof found !== 'object' || !key.endsWith('manifest.json')) return found;
              const text = new TextDecoder().decode(found.body);
              const body = text.replace(/"completeTo":"[^"]*"/u, '"completeTo":"2099-01-01T00:00:00.000Z"');
              return { ...found, body: new TextEncoder().encode(body) };
            },
          })),
  },
  {
    name: 'old-files-kept',
    words: 'a builder leaves the files that it replaced',
    noticedAs: /old files were never removed/u,
    needs: 'files',
    ports: (ports) => overObjects(ports, () => ({ remove: () => Promise.resolve() })),
  },
  {
    name: 'withdrawn-forgotten',
    words: 'the queue’s reader does not remove practitioners who have left',
    noticedAs: /to the queue publish was lost|still in /u,
    needs: 'files',
    services: (services) => ({
      ...services,
      publishFromQueue: () => () => Promise.resolve({ batchItemFailures: [] }),
      tick: () => () => Promise.resolve({ late: 0 }),
    }),
  },
  {
    name: 'changes-without-time',
    words:
      'rows do not say when they were written, so that a change whose message is late is missing in the files',
    noticedAs: /claim to be complete/u,
    needs: 'files',
    ports: (ports) =>
      changing(ports, (change) => (change.do === 'put' ? { ...change, row: undated(change.row) } : change)),
  },
];
