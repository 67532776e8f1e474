import { parseArgs } from 'node:util';
import { describe, expect, it } from 'vitest';
import { commandSchema } from '../../../functions/programme/team-command.ts';
import { programmeFacts, programmeOptions } from '../../../infra/ops/programme-facts.ts';
import { renderSample, sampleFacts, sampleMessages } from '../../support/email-samples.ts';

/** Words that stand for a value which the reader types, each with an example. */
const examples: Readonly<Record<string, string>> = {
  A: 'robin@harbour.example',
  ADDRESS: 'robin@harbour.example',
  M: 'match-1',
  '…': 'harbour.example',
};

const wordsOf = (command: string): readonly string[] =>
  [...command.replaceAll(/\[[^\]]*\]/gu, '').matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, bare]) => {
    const word = quoted ?? bare ?? '';
    return examples[word] ?? word;
  });

/** Reads a command as the command line does. */
const readCommand = (command: string) => {
  const { values, positionals } = parseArgs({
    args: [...wordsOf(command)],
    allowPositionals: true,
    options: Object.fromEntries(
      ['by', ...programmeOptions].map((name) => [name, { type: 'string' as const }]),
    ),
  });
  const [verb = '', id] = positionals;
  const given = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const facts = programmeFacts({ verb, id, by: given['by'] ?? 'Tess Team', given });
  const typed = Object.entries(facts).filter(([, value]) => value !== undefined);
  return commandSchema.safeParse({ command: verb, ...Object.fromEntries(typed) });
};

const toTeam = (await sampleMessages()).filter(({ name }) => name.startsWith('team-'));
const commands = toTeam.flatMap(({ name, mail }) =>
  [...mail.text.matchAll(/npm run programme -- (.+?)(?=\. [A-Z]|, then |\.?$)/gmu)].map(
    ([, command = '']) => [name, command] as const,
  ),
);

describe('a command in an e-mail to the programme team', () => {
  it('is found in most of them', () =>
    expect(new Set(commands.map(([name]) => name)).size).toBeGreaterThan(8));

  it.each(commands)('%s: %s is understood as it stands', (_, command) => {
    expect(readCommand(command)).toMatchObject({ success: true });
  });
});

describe('an e-mail to the programme team', () => {
  it.each(toTeam.map(({ name }) => name))('%s names each person in full, with an address', async (name) => {
    const facts = sampleFacts(name);
    const text = (await renderSample(facts))?.mail.text ?? '';
    const { request, practitioner } = facts;
    if (request !== undefined && text.includes(request.id))
      for (const words of [request.requesterName, request.email]) expect(text).toContain(words);
    if (practitioner !== undefined && text.includes(practitioner.id))
      for (const words of [practitioner.name, practitioner.email]) expect(text).toContain(words);
  });
});
