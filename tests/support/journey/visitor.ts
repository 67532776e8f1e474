import { request as httpRequest } from 'node:http';

/** The address at which a request ended after redirects, and the response. */
export interface Visit {
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type FormFields = Readonly<Record<string, string | readonly string[]>>;

interface Ask {
  readonly method: 'GET' | 'POST' | 'HEAD' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * Creates a client of the site with an IP address of its own. Quotas are counted for each network (/24), and tests must
 * not use up each other's quota.
 * @param network the third number of the address 127.0.x.1
 */
export const visitor = (site: string, network = 1) => {
  const send = (path: string, { method, headers = {}, body }: Ask): Promise<Visit> =>
    new Promise((answered, failed) => {
      const url = new URL(path, site);
      const sent = httpRequest(
        {
          host: '127.0.0.1',
          port: url.port,
          path: `${url.pathname}${url.search}`,
          method,
          localAddress: `127.0.${network}.1`,
          headers: {
            host: url.host,
            ...headers,
            ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
          },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', failed);
          response.on('end', () =>
            answered({
              url: url.href,
              status: response.statusCode ?? 0,
              headers: Object.fromEntries(
                Object.entries(response.headers).map(([name, value]) => [
                  name,
                  [value ?? ''].flat().join(', '),
                ]),
              ),
              body: Buffer.concat(parts).toString(),
            }),
          );
        },
      );
      sent.on('error', failed);
      sent.end(body);
    });

  const follow = async (visit: Visit): Promise<Visit> =>
    visit.status === 302 || visit.status === 303
      ? follow(await send(new URL(visit.headers['location'] ?? '/', visit.url).href, { method: 'GET' }))
      : visit;

  return {
    send,
    /** Gets a page as a browser does, following redirects. */
    see: async (path: string) =>
      follow(await send(path, { method: 'GET', headers: { accept: 'text/html' } })),
    /** Sends a form as a browser does, following redirects. */
    submit: async (path: string, fields: FormFields) =>
      follow(
        await send(path, {
          method: 'POST',
          headers: {
            accept: 'text/html',
            origin: new URL(site).origin,
            'content-type': 'application/x-www-form-urlencoded',
          },
          body: new URLSearchParams(
            Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
          ).toString(),
        }),
      ),
    /** Sends and receives JSON. */
    post: (path: string, body: unknown) =>
      send(path, {
        method: 'POST',
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    get: (path: string) => send(path, { method: 'GET', headers: { accept: 'application/json' } }),
  };
};

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Returns the text of a page without tags, with each run of spaces as one space. */
export const readable = (html: string): string =>
  html
    .replaceAll(/<(script|style|head)\b.*?<\/\1>/gsu, ' ')
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll(/&(amp|lt|gt|quot|#39);/gu, (_, name: string) => entities[name] ?? '')
    .replaceAll(/\s+/gu, ' ');

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`, 'u')
    .exec(tag)?.[1]
    ?.replaceAll(/&(amp|lt|gt|quot|#39);/gu, (_, entity: string) => entities[entity] ?? '');

export interface PageForm {
  readonly action: string;
  /** The hidden fields of a form. */
  readonly hidden: Readonly<Record<string, string>>;
  /** All current values of the form, hidden fields included. */
  readonly filled: Readonly<Record<string, readonly string[]>>;
}

const selected = (form: string): readonly (readonly [string, string])[] =>
  [...form.matchAll(/<select\b[^>]*>.*?<\/select>/gsu)].flatMap(([select]) => {
    const chosen = /<option\b[^>]*\sselected\b[^>]*>/u.exec(select)?.[0] ?? '';
    return [[attribute(select, 'name') ?? '', attribute(chosen, 'value') ?? '']] as const;
  });

const areas = (form: string): readonly (readonly [string, string])[] =>
  [...form.matchAll(/<textarea\b[^>]*>(.*?)<\/textarea>/gsu)].map(
    ([tag, text = '']) => [attribute(tag, 'name') ?? '', readable(text).trim()] as const,
  );

/** Finds the form on a page that is sent with POST, and reads its current values. */
export const formOn = ({ body }: Pick<Visit, 'body'>): PageForm => {
  const form = /<form\b[^>]*method="post".*?<\/form>/su.exec(body)?.[0];
  if (form === undefined) throw new Error(`no form on the page: ${readable(body).slice(0, 400)}`);
  const inputs = [...form.matchAll(/<input\b[^>]*>/gu)].map(([tag]) => tag);
  const hidden = inputs.filter((tag) => attribute(tag, 'type') === 'hidden');
  const named = (tag: string) => [attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? ''] as const;
  const standing = inputs.filter(
    (tag) => !['radio', 'checkbox'].includes(attribute(tag, 'type') ?? '') || /\schecked\b/u.test(tag),
  );
  const filled: Record<string, string[]> = {};
  for (const [name, value] of [...standing.map(named), ...selected(form), ...areas(form)])
    (filled[name] ??= []).push(value);
  return {
    action: attribute(form, 'action') ?? '',
    hidden: Object.fromEntries(hidden.map(named)),
    filled,
  };
};
