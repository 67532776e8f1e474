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

/** Request headers that functions read. CloudFront sets the viewer's address itself, so that a caller cannot forge it. */
const READ_BY_FUNCTIONS = [
  'Accept',
  'Content-Encoding',
  'Content-Type',
  'Origin',
  'Sec-Fetch-Site',
  'CloudFront-Viewer-Address',
];

/** Cache time of public pages: what is unpublished must disappear within a minute. */
const BRIEFLY = Duration.seconds(30);

/** What CloudFront caches, forwards to functions and adds to answers. */
export class EdgePolicies extends Construct {
  readonly briefly = new CachePolicy(this, 'Briefly', {
    comment: 'Public pages from functions, cached for 30 seconds; HTML and JSON are cached apart.',
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
      // Keeps the stricter policy that some pages set themselves.
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
