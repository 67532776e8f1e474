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

/** Header in which our CloudFront functions pass on the system of the host name. */
const SYSTEM = 'x-dpp-system';

/**
 * Request headers that functions read. CloudFront overwrites the header with the viewer's address, so that a caller
 * cannot forge it.
 */
const READ_BY_FUNCTIONS = [
  'Accept',
  'Content-Encoding',
  'Content-Type',
  'Origin',
  'Sec-Fetch-Site',
  'CloudFront-Viewer-Address',
  SYSTEM,
];

/**
 * Time for which CloudFront caches public pages. Short, because a listing that is taken down must disappear within
 * a minute.
 */
const BRIEFLY = Duration.seconds(30);

/**
 * CloudFront policies. They say which answers CloudFront caches, which parts of a request it forwards to
 * functions, and which headers it adds to answers.
 */
export class EdgePolicies extends Construct {
  readonly briefly = new CachePolicy(this, 'Briefly', {
    comment:
      'Public pages from functions, cached for 30 seconds; HTML and JSON, and systems, are cached apart.',
    minTtl: Duration.seconds(0),
    defaultTtl: BRIEFLY,
    maxTtl: BRIEFLY,
    queryStringBehavior: CacheQueryStringBehavior.all(),
    headerBehavior: CacheHeaderBehavior.allowList('Accept', SYSTEM),
    enableAcceptEncodingBrotli: true,
    enableAcceptEncodingGzip: true,
  });

  readonly toFunctions = new OriginRequestPolicy(this, 'ToFunctions', {
    headerBehavior: OriginRequestHeaderBehavior.allowList(...READ_BY_FUNCTIONS),
    queryStringBehavior: OriginRequestQueryStringBehavior.all(),
  });

  /** For files: the function of unknown paths, which answers for a missing file, needs the system. */
  readonly toFiles = new OriginRequestPolicy(this, 'ToFiles', {
    headerBehavior: OriginRequestHeaderBehavior.allowList(SYSTEM),
  });

  readonly headers = new ResponseHeadersPolicy(this, 'Headers', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      // Keeps the page's own header if there is one, because some pages set a stricter referrer policy.
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
