import { globSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundlesFolder } from '../../infra/build/bundle-functions.ts';
import { leanZod, unusedMethods } from '../../infra/build/lean-zod.ts';
import { capabilities } from '../../infra/definition/capabilities/capabilities.ts';

/** Largest allowed bundle in bytes. A larger bundle takes noticeably longer to start. */
const LARGEST = 400_000;

/** `npm test` builds the bundles before it runs the tests. */
describe('the bundle of', () => {
  it.each(capabilities.map(({ room, verb }) => `${room}-${verb}`))('%s is under 400 KB', (name) => {
    expect(statSync(join(bundlesFolder, name, 'index.mjs')).size).toBeLessThan(LARGEST);
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
