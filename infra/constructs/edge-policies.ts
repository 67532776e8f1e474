import { Duration } from 'aws-cdk-lib';
import {
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';
import { contentSecurityPolicy, furtherHeaders, HSTS_SECONDS } from '../definition/security-headers.ts';

/** Headers of the viewer that functions read. The address is CloudFront's own word: what a caller sends is replaced. */
const READ_BY_FUNCTIONS = [
  'Accept',
  'Content-Encoding',
  'Content-Type',
  'Origin',
  'Sec-Fetch-Site',
  'CloudFront-Viewer-Address',
];

/** Unpublishing must reach every public page within a minute. */
const BRIEFLY = Duration.seconds(30);

/** What the edge keeps, hands on and adds. */
export class EdgePolicies extends Construct {
  readonly briefly = new CachePolicy(this, 'Briefly', {
    comment: 'Public pages that functions make: kept for moments, apart for pages and data.',
    minTtl: Duration.seconds(0),
    defaultTtl: BRIEFLY,
    maxTtl: BRIEFLY,
    queryStringBehavior: CacheQueryStringBehavior.all(),
    headerBehavior: CacheHeaderBehavior.allowList('Accept'),
    enableAcceptEncodingBrotli: true,
    enableAcceptEncodingGzip: true,
  });

  readonly toFunctions = new OriginRequestPolicy(this, 'ToFunctions', {
    headerBehavior: OriginRequestHeaderBehavior.allowList(...READ_BY_FUNCTIONS),
    queryStringBehavior: OriginRequestQueryStringBehavior.all(),
  });

  readonly headers = new ResponseHeadersPolicy(this, 'Headers', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      // A page that is stricter about itself stays stricter.
      referrerPolicy: {
        referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
        override: false,
      },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.seconds(HSTS_SECONDS),
        includeSubdomains: true,
        override: true,
      },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(furtherHeaders).map(([header, value]) => ({
        header,
        value,
        override: true,
      })),
    },
  });
}
