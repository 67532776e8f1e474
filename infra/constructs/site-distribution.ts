import { Annotations, Duration, Fn, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  type IOrigin,
  OriginProtocolPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, OriginGroup, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { DOOR_HEADER } from '../../shared/contracts/door-header.ts';
import { routes } from '../../shared/contracts/routes.ts';
import { sitePaths } from '../build/site-paths.ts';
import { type DynamicPath, dynamicPathsOf } from '../definition/dynamic-paths.ts';
import type { StageSettings } from '../definition/stage-settings.ts';
import { type EdgeFile, edgeCode } from './edge-code.ts';
import { EdgePolicies } from './edge-policies.ts';
import type { WebApi } from './web-api.ts';

interface SiteDistributionProps {
  readonly settings: StageSettings;
  readonly bucket: IBucket;
  /** Bucket of files, from which open data are served. */
  readonly objects: IBucket;
  readonly webApi: WebApi;
  /** Value of the header with which functions recognise requests that came through CloudFront. */
  readonly doorValue: string;
}

/**
 * Statuses whose answers CloudFront replaces by its error page, with the status that people get: the page of a function that
 * failed says no more than that page, and the others come from API Gateway or from CloudFront.
 */
const REPLACED: Readonly<Record<number, number>> = { 500: 500, 502: 503, 504: 503 };

/** Other statuses of errors that CloudFront would keep for some seconds and give to the next caller. */
const NOT_KEPT = [400, 403, 404, 405, 414, 416, 501, 503];

/** Addresses of the open data, which builders write to the bucket of files. */
const OPEN_DATA = '/open-data/directory.*';

/**
 * CloudFront distribution that serves static files and functions under the host name of each system. Functions answer the
 * paths in the table of routes; open data are files that functions write; all other paths are files of the system. Every answer gets the same security headers.
 */
export class SiteDistribution extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, props: SiteDistributionProps) {
    super(scope, id);
    const { settings, bucket, objects, webApi, doorValue } = props;
    const { systems } = settings;
    const [first, ...others] = systems;
    const paths = sitePaths(systems.map(({ id: system }) => system));
    const policies = new EdgePolicies(this, 'Policies');
    const functions = new HttpOrigin(Fn.select(2, Fn.split('/', webApi.api.apiEndpoint)), {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      customHeaders: { [DOOR_HEADER]: doorValue },
    });
    // S3 answers 403 if a file does not exist. The request then goes to the functions, which answer with the not-found
    // page.
    const filesOf = (from: IBucket) =>
      new OriginGroup({
        primaryOrigin: S3BucketOrigin.withOriginAccessControl(from),
        fallbackOrigin: functions,
        fallbackStatusCodes: [403, 404],
      });
    const files = filesOf(bucket);
    // By its name only, so that CDK leaves the bucket's policy alone: the bucket belongs to a stack that is deployed before.
    const openData = filesOf(Bucket.fromBucketName(this, 'Objects', objects.bucketName));
    Annotations.of(this).acknowledgeWarning(
      '@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac',
      'The bucket’s own stack allows CloudFront to read open data.',
    );
    const common = {
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: policies.headers,
      compress: true,
    };
    const at = (name: string, file: EdgeFile) => ({
      functionAssociations: [
        {
          eventType: FunctionEventType.VIEWER_REQUEST,
          function: this.edgeFunction(name, edgeCode(file, systems, paths)),
        },
      ],
    });
    const staticPath = at('StaticPath', 'static-path.js');
    const dynamicPath = at('DynamicPath', 'dynamic-path.js');
    const openDataPath = at('OpenDataPath', 'open-data-path.js');
    const dynamic = ({ takesPosts, isPublic }: DynamicPath): BehaviorOptions & { origin: IOrigin } => ({
      ...common,
      ...dynamicPath,
      origin: functions,
      allowedMethods: takesPosts ? AllowedMethods.ALLOW_ALL : AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: isPublic && !takesPosts ? policies.briefly : CachePolicy.CACHING_DISABLED,
      originRequestPolicy: policies.toFunctions,
    });

    this.distribution = new Distribution(this, 'Distribution', {
      domainNames: systems.flatMap(({ domain, merged }) => [domain, ...merged.map((one) => one.domain)]),
      certificate: Certificate.fromCertificateArn(this, 'Certificate', settings.certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      defaultRootObject: 'index.html',
      defaultBehavior: {
        ...common,
        ...staticPath,
        origin: files,
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        originRequestPolicy: policies.toFiles,
      },
      additionalBehaviors: {
        [OPEN_DATA]: {
          ...common,
          ...openDataPath,
          origin: openData,
          allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
          cachePolicy: policies.briefly,
          originRequestPolicy: policies.toFiles,
        },
        ...Object.fromEntries(dynamicPathsOf(routes).map((path) => [path.pattern, dynamic(path)])),
      },
      errorResponses: [
        ...Object.entries(REPLACED).map(([status, responseHttpStatus]) => ({
          httpStatus: Number(status),
          responseHttpStatus,
          // The page of the only system. CloudFront knows no host name here, so several systems share a page without a name.
          responsePagePath:
            first !== undefined && others.length === 0 ? `/${first.id}/500.html` : '/500.html',
          ttl: Duration.seconds(0),
        })),
        ...NOT_KEPT.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
      ],
    });
    Validations.of(this.distribution).acknowledge(
      {
        id: 'AwsSolutions-CFR3',
        reason:
          'Addresses of personal pages hold tokens, which must not be logged (docs/decisions/logs-without-addresses.md). ' +
          'The HTTP API logs route, status and time of every request to a function.',
      },
      {
        id: 'AwsSolutions-CFR1',
        reason: 'The service is public: learners and DPPs may be abroad when they answer.',
      },
      {
        id: 'AwsSolutions-CFR2',
        reason:
          'Quotas are exact counters in the table and the API is throttled. The organisation that runs the service ' +
          'decides on a firewall (docs/decisions/no-web-firewall.md).',
      },
    );
  }

  private edgeFunction(name: string, code: string): EdgeFunction {
    return new EdgeFunction(this, name, {
      code: FunctionCode.fromInline(code),
      runtime: FunctionRuntime.JS_2_0,
    });
  }
}
