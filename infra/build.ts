import { bundleFunctions } from './build/bundle-functions.ts';
import { buildSite } from './build/build-site.ts';

/** `npm run build`: what `npm run synth` packs and `npm start` runs. */
const [bundles] = await Promise.all([bundleFunctions(), buildSite()]);
process.stdout.write(`built ${bundles.length} functions and the site\n`);
