import * as z from 'zod';

const behaviour = z.object({
  PathPattern: z.string().optional(),
  AllowedMethods: z.array(z.string()),
  CachePolicyId: z.string(),
  OriginRequestPolicyId: z.string().optional(),
  ResponseHeadersPolicyId: z.string(),
  TargetOriginId: z.string(),
  Compress: z.literal(true),
  ViewerProtocolPolicy: z.literal('redirect-to-https'),
  FunctionAssociations: z.tuple([
    z.object({ EventType: z.literal('viewer-request'), FunctionARN: z.string() }),
  ]),
});

export type Behaviour = z.infer<typeof behaviour>;

/** Schema of those CloudFront settings that our distribution uses. */
export const distribution = z.object({
  DistributionConfig: z.object({
    Aliases: z.array(z.string()),
    DefaultRootObject: z.literal('index.html'),
    DefaultCacheBehavior: behaviour,
    CacheBehaviors: z.array(behaviour),
    CustomErrorResponses: z.array(
      z.object({
        ErrorCode: z.number(),
        ErrorCachingMinTTL: z.literal(0),
        ResponseCode: z.number().optional(),
        ResponsePagePath: z.string().optional(),
      }),
    ),
    Origins: z.array(
      z.object({
        Id: z.string(),
        DomainName: z.string(),
        S3OriginConfig: z.unknown().optional(),
        OriginCustomHeaders: z
          .array(z.object({ HeaderName: z.string(), HeaderValue: z.string() }))
          .default([]),
      }),
    ),
    OriginGroups: z.object({
      Items: z.array(
        z.object({
          Id: z.string(),
          FailoverCriteria: z.object({ StatusCodes: z.object({ Items: z.array(z.number()) }) }),
          Members: z.object({ Items: z.array(z.object({ OriginId: z.string() })) }),
        }),
      ),
    }),
  }),
});

export const originRequestPolicy = z.object({
  OriginRequestPolicyConfig: z.object({
    CookiesConfig: z.object({ CookieBehavior: z.literal('none') }),
    HeadersConfig: z.object({ HeaderBehavior: z.literal('whitelist'), Headers: z.array(z.string()) }),
    QueryStringsConfig: z.object({ QueryStringBehavior: z.enum(['all', 'none']) }),
  }),
});

export const edgeCode = z.object({ FunctionCode: z.string() });

const overriding = { Override: z.boolean() };
export const responseHeadersPolicy = z.object({
  ResponseHeadersPolicyConfig: z.strictObject({
    Name: z.string(),
    SecurityHeadersConfig: z.strictObject({
      ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.string(), ...overriding }),
      ContentTypeOptions: z.object(overriding),
      FrameOptions: z.object({ FrameOption: z.string(), ...overriding }),
      ReferrerPolicy: z.object({ ReferrerPolicy: z.string(), ...overriding }),
      StrictTransportSecurity: z.object({
        AccessControlMaxAgeSec: z.number(),
        IncludeSubdomains: z.boolean(),
        ...overriding,
      }),
    }),
    CustomHeadersConfig: z.object({
      Items: z.array(z.object({ Header: z.string(), Value: z.string(), ...overriding })),
    }),
  }),
});
