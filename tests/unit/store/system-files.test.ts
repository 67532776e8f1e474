import { describe, expect, it } from 'vitest';
import { systemFiles } from '../../../functions/store/system-files.ts';
import { commonSettings } from '../../../shared/systems/service-settings.ts';
import { addMinutes } from '../../../shared/kernel/time.ts';
import { NOW } from '../../support/builders.ts';

const settings = [
  {
    id: 'kent',
    board: 'QKS',
    boardName: 'NHS Kent and Medway Integrated Care Board',
    name: 'Kent',
    neighbours: {},
    domain: 'kent.example',
    teamEmail: 'team@kent.example',
    replyTo: 'team@kent.example',
    placeLeads: {},
    sharesWith: [],
    merged: [],
  },
];
const data = (name: string) => ({
  id: 'kent',
  board: { ods: 'QKS', ons: 'E54000032', name: 'NHS Kent' },
  name,
  partOfCountry: name,
  searchExamples: ['ME7', 'Gillingham'],
  contact: {
    owner: 'Kent',
    ownerAddress: 'Gillingham',
    contactEmail: 'a@kent.example',
    privacyEmail: 'b@kent.example',
    securityEmail: 'c@kent.example',
  },
  places: [],
  districts: [],
  outcodes: [],
  networks: [],
  trusts: [],
  universities: [],
  settings: commonSettings,
  consent: {
    register: { id: 'publish-1', text: 'I agree.' },
    request: { id: 'request-1', text: 'I agree.' },
  },
});

/** A bucket with the files of one system, which counts what is read from it. */
const aBucket = () => {
  const files = new Map<string, unknown>([
    ['systems/deployment.json', settings],
    ['systems/kent/system.json', data('Kent')],
    ['systems/kent/map.json', { width: 9, height: 9, attribution: 'OS', districts: [] }],
    ['systems/kent/travel.json', { outcodes: [], minutes: [], tenthsOfMiles: [] }],
  ]);
  const reads: string[] = [];
  let now = NOW;
  let broken = false;
  const etagOf = (content: unknown) => JSON.stringify(content);
  return {
    files,
    reads,
    breaks: () => (broken = true),
    later: (minutes: number) => (now = addMinutes(now, minutes)),
    reader: systemFiles({
      clock: { now: () => now },
      siteUrls: {},
      objects: {
        get: (key, { etag } = {}) => {
          if (broken) return Promise.reject(new Error('no answer'));
          const content = files.get(key);
          if (content === undefined) return Promise.resolve(undefined);
          if (etag === etagOf(content)) return Promise.resolve('unchanged');
          reads.push(key);
          return Promise.resolve({
            body: new TextEncoder().encode(JSON.stringify(content)),
            etag: etagOf(content),
          });
        },
      },
    }),
  };
};

describe('the files of a deployment', () => {
  it('give each system the address of its domain', async () => {
    expect(await aBucket().reader.settings()).toMatchObject([
      { id: 'kent', siteUrl: 'https://kent.example' },
    ]);
  });

  it('hold the map of each system, which only a page with a map reads', async () => {
    const bucket = aBucket();
    await bucket.reader.system('kent');
    expect(bucket.reads).not.toContain('systems/kent/map.json');
    expect(await bucket.reader.map('kent')).toMatchObject({ width: 9, attribution: 'OS' });
    await bucket.reader.map('kent');
    expect(bucket.reads.filter((key) => key.endsWith('map.json'))).toHaveLength(1);
  });

  it('are read once, and again when they have changed', async () => {
    const { reader, reads, files, later } = aBucket();
    const first = await reader.system('kent');
    later(5);
    expect(await reader.system('kent')).toBe(first);
    expect(reads).toEqual(['systems/kent/system.json', 'systems/kent/travel.json']);
    files.set('systems/kent/system.json', data('New Kent'));
    later(2);
    expect((await reader.system('kent')).name).toBe('New Kent');
    expect(reads).toHaveLength(3);
  });

  it('remain in use while the bucket does not answer', async () => {
    const { reader, breaks, later } = aBucket();
    const first = await reader.system('kent');
    breaks();
    later(5);
    expect(await reader.system('kent')).toBe(first);
  });

  it('are an error if a system has none', async () => {
    await expect(aBucket().reader.system('sussex')).rejects.toThrow('the bucket has no systems/sussex/');
  });
});
