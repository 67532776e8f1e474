import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { capabilities } from '../../../infra/definition/capabilities/capabilities.ts';
import { openApiDocument } from '../../../infra/build/openapi-document.ts';
import { routes } from '../../../shared/contracts/routes.ts';
import { linkKinds, linkPaths } from '../../../shared/notifications/link.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const root = join(import.meta.dirname, '../../..');

describe('the table of routes', () => {
  it('names every route once', () => {
    const keys = routes.map(({ key }) => key);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('gives every route to a function of the service', () => {
    const functions = capabilities.map(({ room, verb }) => `${room}/${verb}`);
    expect(routes.filter((route) => !functions.includes(route.function))).toEqual([]);
    expect(capabilities.flatMap(({ routes: keys = [] }) => keys).toSorted()).toEqual(
      routes.map(({ key }) => key).toSorted(),
    );
  });

  it('is where each function takes its own routes from', () => {
    const taken = globSync('functions/*/*.lambda.ts', { cwd: root }).flatMap((file) => {
      const name = /routesFor\('([^']+)'/u.exec(readFileSync(join(root, file), 'utf8'))?.[1];
      return name === undefined ? [] : [[file, `functions/${name}.lambda.ts`]];
    });
    expect(taken.map(([file]) => file).toSorted()).toEqual(taken.map(([, named]) => named).toSorted());
    expect(new Set(taken.map(([, named]) => named))).toEqual(
      new Set(routes.map((route) => `functions/${route.function}.lambda.ts`)),
    );
    for (const [file, named] of taken) expect(file).toBe(named);
  });

  it('has a personal page for every kind of link in an e-mail, and tokens nowhere else', () => {
    for (const kind of linkKinds)
      expect(routes.filter(({ key }) => key === `GET ${linkPaths[kind]}/{token}`)).toMatchObject([
        { access: 'link' },
      ]);
    for (const { key, path, access } of routes)
      expect([key, access === 'link']).toEqual([key, path.includes('{token}')]);
  });

  it('lets the edge keep only what is not personal and is read with GET', () => {
    expect(routes.filter(({ cached }) => cached).length).toBeGreaterThan(3);
    expect(
      routes.filter(({ cached, access, method }) => cached && (access === 'link' || method === 'POST')),
    ).toEqual([]);
  });

  it('is described in OpenAPI wherever it takes or gives data', () => {
    const { paths = {} } = openApiDocument('1.2.3', kentAndMedway);
    const described = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.toSorted()).toEqual(
      routes.flatMap(({ key, answers }) => (answers === 'page' ? [] : [key])).toSorted(),
    );
  });
});
