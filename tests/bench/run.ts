/**
 * `npm run bench [-- name …]`: runs all benches of this folder or those named. They print the figures and ratios of one
 * run and never fail, whatever the figures are.
 */
const benches: Readonly<Record<string, () => Promise<unknown>>> = {
  functions: () => import('./functions.ts'),
  stack: () => import('./stack.ts'),
  matching: () => import('./matching.ts'),
  travel: () => import('./travel.ts'),
  size: () => import('./size.ts'),
  offers: () => import('./offers.ts'),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(
    `There is no bench called ${unknown.join(', ')}. Choose from ${Object.keys(benches).join(', ')}.`,
  );
  process.exit(2);
}
for (const [name, load] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n# ${name}\n`);
  await load();
}
