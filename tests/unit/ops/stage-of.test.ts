import { delimiter } from 'node:path';
import { expect, it } from 'vitest';
import { stageOf } from '../../../infra/definition/stage-of.ts';

const EXTRA_SYSTEMS = ['/data/riverlands', '/data/hillshire'].join(delimiter);

it('is the demonstration unless another stage is named', () => {
  expect(stageOf({}).stage).toBe('demo');
  expect(stageOf({ STAGE: 'production' }).stage).toBe('production');
});

it('adds the systems that are tried out after those of the stage', () => {
  const systems = stageOf({ EXTRA_SYSTEMS }).systems.map(({ id }) => id);
  expect(systems.slice(-2)).toEqual(['riverlands', 'hillshire']);
  expect(systems.slice(0, -2)).toEqual(stageOf({}).systems.map(({ id }) => id));
});

it('refuses to add a system to a stage that people use', () => {
  expect(() => stageOf({ STAGE: 'production', EXTRA_SYSTEMS })).toThrow('EXTRA_SYSTEMS is for demo');
});
