import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { dppMatchApp } from '../../infra/dpp-match-app.ts';
import { prepare } from '../../infra/local/prepare.ts';
import { parseStageSettings } from '../../infra/definition/stage-settings.ts';
import { settingsOf } from '../../infra/definition/stages.ts';

const metadata = z.record(z.string(), z.array(z.object({ type: z.string(), data: z.unknown() })));
const reasons = z.record(z.string(), z.string());

const folders: string[] = [];
const app = (): { app: App; folder: string } => {
  const folder = mkdtempSync(join(tmpdir(), 'dpp-match-'));
  folders.push(folder);
  return { app: dppMatchApp(settingsOf('production'), folder), folder };
};
beforeAll(() => prepare());
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

describe('the checks of the stacks', () => {
  it('find only acknowledged rules, each with a reason', () => {
    const { app: clean, folder } = app();
    clean.synth();
    const acknowledged = readdirSync(folder)
      .filter((name) => name.endsWith('.metadata.json'))
      .flatMap((name) => Object.values(metadata.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))))
      .flat()
      .filter(({ type }) => type === 'aws:cdk:acknowledged-rules')
      .flatMap(({ data }) => Object.entries(reasons.parse(data)));
    expect(acknowledged.length).toBeGreaterThan(5);
    for (const [rule, reason] of acknowledged) expect(`${rule}: ${reason}`).toMatch(/: .{40,}\.$/);
  });

  it('find a resource that breaks a rule', () => {
    const { app: planted } = app();
    new Queue(z.instanceof(Stack).parse(planted.node.findChild('DppMatch-production-Service')), 'Planted');
    expect(() => planted.synth()).toThrow('AwsSolutions-SQS3');
  });
});

describe('a deployment with one system', () => {
  it('shows no trace of others in its templates, and copies no file of theirs', () => {
    const { app: one, folder } = app();
    one.synth();
    const templates = readdirSync(folder)
      .filter((name) => name.endsWith('.template.json'))
      .map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(templates.length).toBeGreaterThan(2);
    expect(templates.join('\n')).toMatch(/kent-and-medway/u);
    expect(templates.join('\n')).not.toMatch(/sussex/iu);
    const copied = readdirSync(folder)
      .filter((name) => existsSync(join(folder, name, 'system.json')))
      .map((name) => readFileSync(join(folder, name, 'system.json'), 'utf8').slice(0, 23));
    expect(copied).toEqual(['{"id":"kent-and-medway"']);
  });
});

describe('the settings of a stage', () => {
  it('are refused when two systems have the same host name', () => {
    const { systems, ...settings } = settingsOf('production');
    const again = systems.map((system) => ({ ...system, id: 'sussex' }));
    expect(() => parseStageSettings({ ...settings, systems: [...systems, ...again] })).toThrow(
      'same id or domain',
    );
  });

  it('are refused when the stage is not known', () => {
    expect(() => settingsOf('staging')).toThrow('there is no stage "staging"');
  });
});
