import type { LocalTemplate } from '../template/local-template.ts';
import { distribution } from './cloudfront-settings.ts';

/** Headers that the distribution adds to requests, by origin, replacing those of the caller. */
export interface OriginHeaders {
  of(originId: string): Readonly<Record<string, string>>;
  /** Returns the value of a header that an origin gets; undefined if none gets it. */
  get(name: string): string | undefined;
  /** Changes the value of a header, as an update of the distribution does. @throws if no origin gets such a header */
  set(name: string, value: string): void;
}

/**
 * The custom headers of the template's distribution, as they are after a deployment.
 * @param resolve replaces references to secrets
 */
export const originHeadersOf = (
  template: LocalTemplate,
  resolve: (text: string) => string,
): OriginHeaders => {
  const byOrigin = new Map(
    template
      .all('AWS::CloudFront::Distribution', distribution)
      .flatMap(({ properties }) => properties.DistributionConfig.Origins)
      .map(({ Id, OriginCustomHeaders: headers }) => [
        Id,
        new Map(
          headers.map(({ HeaderName, HeaderValue }) => [HeaderName.toLowerCase(), resolve(HeaderValue)]),
        ),
      ]),
  );
  const all = [...byOrigin.values()];
  return {
    of: (originId) => Object.fromEntries(byOrigin.get(originId) ?? []),
    get: (name) => all.find((headers) => headers.has(name))?.get(name),
    set: (name, value) => {
      const having = all.filter((headers) => headers.has(name));
      if (having.length === 0) throw new Error(`no origin gets a header ${name}`);
      for (const headers of having) headers.set(name, value);
    },
  };
};
