import { globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundlesFolder } from '../../infra/build/bundle-functions.ts';
import { leanZod, unusedMethods } from '../../infra/build/lean-zod.ts';
import { capabilities } from '../../infra/definition/capabilities/capabilities.ts';

/** Most bytes that a function may load when it starts. More of them take noticeably longer. */
const LARGEST = 400_000;

/** Lists a file of a bundle and the files that it loads at once; not those that it loads when they are needed. */
const loadedWith = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, imported = ''] of readFileSync(file, 'utf8').matchAll(
    /\b(?:from|import) ?[`"'](\.\/[\w-]+\.mjs)[`"']/g,
  ))
    loadedWith(join(dirname(file), imported), seen);
  return seen;
};

/** `npm test` builds the bundles before it runs the tests. */
describe('the bundle of', () => {
  it.each(capabilities.map(({ room, verb }) => `${room}-${verb}`))('%s is under 400 KB', (name) => {
    const files = [...loadedWith(join(bundlesFolder, name, 'index.mjs'))];
    const size = files.map((file) => statSync(file).size).reduce((one, other) => one + other);
    expect(size).toBeLessThan(LARGEST);
  });

  it('a function that sends e-mail loads the messages when it needs them', () => {
    const files = [...loadedWith(join(bundlesFolder, 'notifications-send-emails', 'index.mjs'))];
    expect(files.length).toBeGreaterThan(1);
    expect(files.filter((file) => file.includes('/for-'))).toEqual([]);
  });
});

describe('zod in the bundles', () => {
  it('imports its helpers in a way that lets esbuild drop the unused ones', () => {
    const source = 'import { util } from "../core/index.js";\ncore.util.constantCatch(util.clone(x));\n';
    expect(leanZod(source)).toBe(
      'import * as util from "../core/util.js";\nutil.constantCatch(util.clone(x));\n',
    );
  });

  it('has no hooks that make JSON schemas', () => {
    const hook =
      '    inst._zod.processJSONSchema = (ctx, json) => processors.stringProcessor(inst, ctx, json);';
    expect(leanZod(`a();\n${hook}\nb();`)).toBe('a();\n\nb();');
  });

  it('has no deprecated methods that keep the schemas of formats', () => {
    const methods = `    trim() {
        return this.check(checks.trim());
    },
    email(params) {
        return this.check(core._email(ZodEmail, params));
    },
    time(params) {
        return this.check(core._isoTime(ZodISOTime, params));
    },
});`;
    expect(leanZod(methods)).toMatch(/^ {4}trim\(\) \{\n.*\n {4}\},\s*\}\);$/);
  });

  it('does not memoize values that contain themselves', () => {
    const installed = 'if (!core.globalConfig.memoizer)\n        core.config({ memoizer: core.memoizer() });';
    expect(leanZod(installed)).toBe('if (!core.globalConfig.memoizer)\n        ;');
  });

  it('has no methods that we never call', () => {
    const methods = `    optional() {
        return optional(this);
    },
    prefault(d) {
        return prefault(this, d);
    },
    async safeParseAsync(data, params) {
        return parse.safeParseAsync(this, data, params);
    },
    get "~standard"() {
        return util.hide(this, "~standard", {});
    },
    parseAsync: async function _parseAsync(data, params) {
        return await parse.parseAsync(this, data, params, { callee: _parseAsync });
    },
`;
    expect(leanZod(methods)).toBe('    optional() {\n        return optional(this);\n    },\n');
  });

  it('keeps every method that our code calls', () => {
    const root = resolve(import.meta.dirname, '../..');
    const called = new RegExp(`\\.(?:${unusedMethods.join('|')})\\(`);
    const callers = globSync('{functions,shared,site/src}/**/*.{ts,tsx}', { cwd: root }).filter((file) =>
      called.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(callers).toEqual([]);
  });
});
