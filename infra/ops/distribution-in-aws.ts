import {
  type CloudFrontClient,
  type DistributionConfig,
  type DistributionSummary,
  GetDistributionCommand,
  GetDistributionConfigCommand,
  ListDistributionsCommand,
  type Origin,
  UpdateDistributionCommand,
} from '@aws-sdk/client-cloudfront';
import { DOOR_HEADER } from '../../shared/contracts/door-header.ts';
import type { DistributionAccess } from './change-secret.ts';

/** Milliseconds between two questions whether CloudFront has finished. */
const ASK_EVERY_MS = 15_000;
/** Number of questions after which the command gives up: an hour. */
const MOST_QUESTIONS = 240;

const isDoor = ({ HeaderName }: { readonly HeaderName: string | undefined }): boolean =>
  HeaderName?.toLowerCase() === DOOR_HEADER;

const withValue = (origin: Origin, value: string): Origin => {
  const { Quantity, Items = [] } = origin.CustomHeaders ?? { Quantity: 0 };
  return Items.some(isDoor)
    ? {
        ...origin,
        CustomHeaders: {
          Quantity,
          Items: Items.map((header) => (isDoor(header) ? { ...header, HeaderValue: value } : header)),
        },
      }
    : origin;
};

const valuesIn = ({ Origins }: DistributionConfig): readonly (string | undefined)[] =>
  (Origins?.Items ?? []).flatMap(({ CustomHeaders }) =>
    (CustomHeaders?.Items ?? []).filter(isDoor).map(({ HeaderValue }) => HeaderValue),
  );

/**
 * Finds the id of the distribution that serves a host name.
 * @throws if no distribution serves it
 */
export const distributionId = async (client: CloudFrontClient, domain: string): Promise<string> => {
  let Marker: string | undefined;
  do {
    const { DistributionList } = await client.send(new ListDistributionsCommand({ Marker }));
    const found = DistributionList?.Items?.find(
      ({ Aliases }: DistributionSummary) => Aliases?.Items?.includes(domain) === true,
    );
    if (found?.Id !== undefined) return found.Id;
    Marker = DistributionList?.NextMarker;
  } while (Marker !== undefined);
  throw new Error(`no distribution serves ${domain}`);
};

/** The distribution with an id. */
export const distributionInAws = (
  client: CloudFrontClient,
  Id: string,
  wait: (milliseconds: number) => Promise<unknown>,
): DistributionAccess => {
  const settings = async () => {
    const { DistributionConfig, ETag } = await client.send(new GetDistributionConfigCommand({ Id }));
    if (DistributionConfig === undefined || ETag === undefined)
      throw new Error('CloudFront answered without the settings of the distribution');
    return { DistributionConfig, ETag };
  };
  return {
    value: async () => {
      const [value, ...others] = new Set(valuesIn((await settings()).DistributionConfig));
      // Treats several values as none, so that the command makes them one.
      return others.length === 0 ? value : undefined;
    },
    send: async (value) => {
      const { DistributionConfig, ETag } = await settings();
      if (valuesIn(DistributionConfig).length === 0)
        throw new Error(
          `no origin of the distribution has the header ${DOOR_HEADER}: deploy the stacks first`,
        );
      const origins = DistributionConfig.Origins;
      await client.send(
        new UpdateDistributionCommand({
          Id,
          // Refuses the update if somebody else has changed the distribution since it was read.
          IfMatch: ETag,
          DistributionConfig: {
            ...DistributionConfig,
            Origins: {
              Quantity: origins?.Quantity,
              Items: origins?.Items?.map((origin) => withValue(origin, value)),
            },
          },
        }),
      );
    },
    settled: async () => {
      for (let question = 0; question < MOST_QUESTIONS; question += 1) {
        const { Distribution } = await client.send(new GetDistributionCommand({ Id }));
        if (Distribution?.Status === 'Deployed') return;
        await wait(ASK_EVERY_MS);
      }
      throw new Error(
        'CloudFront has not finished within an hour. Run the command again: it goes on from here.',
      );
    },
  };
};
