import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { assemblyFolder } from '../../infra/local/prepare.ts';
import { readAssembly } from '../../infra/local/template/assembly.ts';
import {
  contentSecurityPolicy,
  furtherHeaders,
  HSTS_SECONDS,
} from '../../infra/definition/security-headers.ts';
import { staticPages } from '../support/journey/browser.ts';
import { journeyStack } from '../support/journey/stack.ts';
import { busyWorld, type BusyWorld } from '../support/journey/world.ts';

const onEveryAnswer: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'strict-transport-security': `max-age=${String(HSTS_SECONDS)}; includeSubDomains`,
  ...furtherHeaders,
};

/** Headers that personal pages have in addition. */
const onPersonalAnswers: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-robots-tag': 'noindex, nofollow',
};

interface Asked {
  readonly route: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

describe('headers', () => {
  const stack = journeyStack(95);
  let world: BusyWorld;
  const answers: Asked[] = [];

  /**
   * Returns a path that matches a route of the template, with a valid token or an existing slug where the route needs
   * one.
   */
  const pathFor = (route: string): string => {
    const paths = Object.values(world.pages);
    const fixed = route.split('{')[0] ?? '';
    if (route.includes('{proxy+}') || route === '$default') return '/no-such-page';
    if (!route.includes('{')) return route;
    const found = paths.find(
      (path) => path.startsWith(fixed) && path.split('/').length === route.split('/').length,
    );
    return found ?? route.replaceAll(/\{\w+\}/gu, 'A'.repeat(43));
  };

  beforeAll(async () => {
    world = await busyWorld(stack);
    const routes = [...readAssembly(assemblyFolder).resources.values()]
      .filter(({ type }) => type === 'AWS::ApiGatewayV2::Route')
      .map(({ properties }) => z.object({ RouteKey: z.string() }).parse(properties).RouteKey);
    expect(routes.length).toBeGreaterThan(25);
    for (const key of routes) {
      const [method = 'GET', route = key] = key === '$default' ? ['GET', '$default'] : key.split(' ');
      const path = pathFor(route);
      // Sends POSTs without a body. They are refused, so that calling every route changes nothing.
      const answer = await stack.caller.send(path, {
        method: method === 'POST' || method === 'HEAD' ? method : 'GET',
      });
      answers.push({ route: key, status: answer.status, headers: answer.headers });
    }
    for (const path of [
      ...staticPages(),
      '/robots.txt',
      '/sitemap-index.xml',
      '/assets/site.css',
      '/assets/site.js',
      '/no-such-page/',
    ]) {
      const answer = await stack.caller.send(path, { method: 'GET' });
      answers.push({ route: path, status: answer.status, headers: answer.headers });
    }
    for (const method of ['HEAD', 'PUT'] as const) {
      const answer = await stack.caller.send('/find-a-dpp/results', { method });
      answers.push({
        route: `${method} /find-a-dpp/results`,
        status: answer.status,
        headers: answer.headers,
      });
    }
  });

  it('are all on every route of the template, on every static page, and on refusals', () => {
    const names = Object.keys(onEveryAnswer);
    const table = answers.map(({ route, status, headers }) => ({
      route,
      status,
      missing: names.filter((name) => headers[name] !== onEveryAnswer[name]),
      referrer: headers['referrer-policy'],
    }));
    console.log(
      [
        `headers: ${answers.length} routes × ${names.length + 1} headers`,
        ...table.map(
          ({ route, status, missing }) =>
            `  ${missing.length === 0 ? 'all' : missing.join()}  ${status}  ${route}`,
        ),
      ].join('\n'),
    );
    expect(table.filter(({ missing, referrer }) => missing.length > 0 || referrer === undefined)).toEqual([]);
  });

  it('keep personal pages out of caches, referrers and search engines', async () => {
    const personal = [
      'manage',
      'status',
      'offers',
      'confirm',
      'capacity',
      'feedback',
      'digest',
      'organisation',
      'unsubscribe',
    ];
    const found: string[] = [];
    for (const path of Object.values(world.pages).filter((one) =>
      personal.includes(one.split('/')[1] ?? ''),
    )) {
      const { headers } = await stack.caller.see(path);
      for (const [name, value] of Object.entries(onPersonalAnswers))
        if (headers[name] !== value) found.push(`${path}: ${name}: ${headers[name] ?? 'missing'}`);
    }
    expect(found).toEqual([]);
  });

  it('name no server, no framework and no region', () => {
    const telling = answers.flatMap(({ headers }) =>
      Object.keys(headers).filter((name) => /^(server|x-powered-by|x-amz|apigw)/u.test(name)),
    );
    expect(telling).toEqual([]);
  });
});
