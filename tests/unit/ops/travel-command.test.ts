import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runTravel } from '../../../infra/ops/travel-command.ts';

const folder = 'shared/reference/systems/kent-and-medway';
const roads = readFileSync(`${folder}/roads.json`, 'utf8');

/** Runs the command on the road graph of one system, and returns what it printed and wrote. */
const run = (args: readonly string[], graph: string | undefined = roads) => {
  const written: string[][] = [];
  const ended = runTravel({
    read: (system, name) => (`${system}/${name}` === 'kent-and-medway/roads.json' ? graph : undefined),
    write: (...file) => {
      written.push(file);
    },
  })(args);
  return { ...ended, written };
};

describe('the command that makes a travel table', () => {
  it('writes the table of the system named', () => {
    expect(run(['kent-and-medway'])).toEqual({
      exit: 0,
      out: 'kent-and-medway: travel.csv has 4371 pairs\n',
      err: '',
      written: [['kent-and-medway', 'travel.csv', readFileSync(`${folder}/travel.csv`, 'utf8')]],
    });
  });

  it('writes nothing from a graph with mistakes, and names each with its line', () => {
    const wrong = roads.replace('"to": "A2M25", "road": "A282"', '"to": "A2M26", "road": "A282"');
    const { exit, err, written } = run(['kent-and-medway'], wrong);
    expect(exit).toBe(1);
    expect(err).toMatch(/^roads\.json, line \d+: A282: there is no node A2M26\n$/u);
    expect(written).toEqual([]);
  });

  it('says so where a system has no road graph', () => {
    expect(run(['sussex'])).toMatchObject({ exit: 1, err: 'sussex has no roads.json\n', written: [] });
  });

  it.each([[[]], [['../elsewhere']], [['kent-and-medway', 'sussex']]])('explains its use for %j', (args) => {
    expect(run(args)).toMatchObject({ exit: 2, written: [] });
    expect(run(args).err).toContain('npm run travel -- SYSTEM');
  });
});
