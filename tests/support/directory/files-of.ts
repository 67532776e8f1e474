import { gunzipSync } from 'node:zlib';
import { supplyFiles } from '../../../functions/directory/publish/supply-files.ts';
import { publishedPractitioner } from '../../../functions/directory/publish/supply-state.ts';
import type { PublishedFiles, PublishedVersion } from '../../../functions/store/published-files.ts';
import { type Instant, londonDay } from '../../../shared/kernel/time.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { kentAndMedway } from '../kent-and-medway.ts';

/** The files that a builder makes of these practitioners, made anew when they change. */
export const filesOf = (listed: () => readonly Practitioner[], now: () => Instant): PublishedFiles => {
  let kept: { readonly of: readonly Practitioner[]; readonly version: PublishedVersion } | undefined;
  return (use) => {
    const of = listed();
    if (kept?.of !== of) {
      const builtAt = now();
      const day = londonDay(builtAt);
      const people = new Map(
        of.flatMap((one) => {
          const published = publishedPractitioner(one, day, kentAndMedway);
          return published === undefined ? [] : [[one.id, published] as const];
        }),
      );
      const files = supplyFiles({
        people,
        context: { balances: {}, prices: {} },
        day,
        builtAt,
        system: kentAndMedway,
        siteUrl: 'https://dpp.example',
      });
      const parts = { directory: '', text: '', supply: '', json: '', csv: '' };
      kept = {
        of,
        version: {
          manifest: {
            format: 1,
            day,
            completeTo: builtAt,
            builtAt,
            people: people.size,
            parts,
            replaced: [],
          },
          part: (name) => Promise.resolve(gunzipSync(files[name])),
          compressed: (name) => Promise.resolve(files[name]),
        },
      };
    }
    return use(kept.version);
  };
};
