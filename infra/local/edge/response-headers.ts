import type { z } from 'zod';
import type { responseHeadersPolicy } from './cloudfront-settings.ts';
import type { WebAnswer } from './web-message.ts';

interface Added {
  readonly name: string;
  readonly value: string;
  readonly override: boolean;
}

/** Translates a CloudFront response headers policy into HTTP headers. */
export const headersAddedBy = ({
  ResponseHeadersPolicyConfig: { SecurityHeadersConfig: security, CustomHeadersConfig: custom },
}: z.infer<typeof responseHeadersPolicy>): readonly Added[] => {
  const age = security.StrictTransportSecurity;
  return [
    {
      name: 'content-security-policy',
      value: security.ContentSecurityPolicy.ContentSecurityPolicy,
      override: security.ContentSecurityPolicy.Override,
    },
    { name: 'x-content-type-options', value: 'nosniff', override: security.ContentTypeOptions.Override },
    {
      name: 'x-frame-options',
      value: security.FrameOptions.FrameOption,
      override: security.FrameOptions.Override,
    },
    {
      name: 'referrer-policy',
      value: security.ReferrerPolicy.ReferrerPolicy,
      override: security.ReferrerPolicy.Override,
    },
    {
      name: 'strict-transport-security',
      value: `max-age=${age.AccessControlMaxAgeSec}${age.IncludeSubdomains ? '; includeSubDomains' : ''}`,
      override: age.Override,
    },
    ...custom.Items.map(({ Header, Value, Override }) => ({
      name: Header.toLowerCase(),
      value: Value,
      override: Override,
    })),
  ];
};

/**
 * Adds a policy's headers to an answer. A header that is set to override replaces the origin's header of that
 * name. Any other header is added only if the origin did not send it.
 */
export const withHeaders = (answer: WebAnswer, added: readonly Added[]): WebAnswer => {
  const said = new Set(answer.headers.map(([name]) => name));
  const adding = added.filter(({ name, override }) => override || !said.has(name));
  const replaced = new Set(adding.map(({ name }) => name));
  return {
    ...answer,
    headers: [
      ...answer.headers.filter(([name]) => !replaced.has(name)),
      ...adding.map(({ name, value }): [string, string] => [name, value]),
    ],
  };
};
