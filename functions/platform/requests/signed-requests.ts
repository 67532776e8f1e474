import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import { exchange, type Exchanged } from './exchange.ts';

export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export interface AwsAddress {
  /** The service as signatures name it: "s3", "secretsmanager". */
  readonly service: string;
  readonly region: string;
  /** Address to which the paths of requests are appended. */
  readonly url: string;
  readonly credentials: () => AwsCredentials;
}

export interface AwsRequest {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Path below the address, without a leading slash; may be empty. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

export interface AwsAnswer extends Exchanged {
  /** Whether an earlier attempt may have been carried out although its answer was lost. */
  readonly inDoubt: boolean;
}

type Hasher = ReturnType<typeof createHash> | ReturnType<typeof createHmac>;

/** SHA-256, or HMAC with SHA-256 if there is a secret, in the form that the signer asks for. */
class Sha256 {
  #hash: Hasher;
  readonly #secret: string | ArrayBuffer | ArrayBufferView | undefined;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#secret = secret;
    this.#hash = this.#start();
  }

  #start(): Hasher {
    const secret = this.#secret;
    if (secret === undefined) return createHash('sha256');
    if (typeof secret === 'string') return createHmac('sha256', secret);
    return createHmac(
      'sha256',
      ArrayBuffer.isView(secret)
        ? new Uint8Array(secret.buffer, secret.byteOffset, secret.byteLength)
        : new Uint8Array(secret),
    );
  }

  update(bytes: Uint8Array): void {
    this.#hash.update(bytes);
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#hash.digest());
  }

  reset(): void {
    this.#hash = this.#start();
  }
}

/** Milliseconds for one attempt, from the connection to the last byte of the body. */
const TIMEOUT_MS = 8_000;
const ATTEMPTS = 4;
const FIRST_PAUSE_MS = 50;

/** Waits before the next attempt: longer each time, and partly at random, so that callers do not return together. */
const pauseAfter = (attempt: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, FIRST_PAUSE_MS * 2 ** attempt * (0.5 + Math.random()));
  });

/** Whether the service was overloaded or failed: 503 is S3's answer "Slow Down". */
const isPassing = (status: number): boolean => status === 429 || status >= 500;

/**
 * Sends signed requests to a service of AWS, again after a timeout, a lost connection or an error of the service. Used
 * instead of the SDK where a function needs one or two calls, because a client of the SDK is many times larger.
 *
 * @param pause waits before another attempt; tests replace it so as not to wait
 * @throws the last error if no attempt was answered, or an error with the service's status
 */
export const signedRequests = (
  { service, region, url, credentials }: AwsAddress,
  pause: (attempt: number) => Promise<void> = pauseAfter,
) => {
  const base = new URL(url);
  const signer = new SignatureV4({
    service,
    region,
    credentials: () => Promise.resolve(credentials()),
    sha256: Sha256,
    uriEscapePath: false,
  });

  const once = async ({
    method,
    path: below,
    query = {},
    headers = {},
    body,
  }: AwsRequest): Promise<Exchanged> => {
    const path = `${base.pathname.replace(/\/$/u, '')}/${below}`;
    const signed = await signer.sign({
      method,
      protocol: base.protocol,
      hostname: base.hostname,
      path,
      query: { ...query },
      headers: {
        ...headers,
        host: base.host,
        ...(body === undefined ? {} : { 'content-length': String(body.length) }),
      },
      body: body ?? '',
    });
    const asked = new URL(path, base);
    for (const [name, value] of Object.entries(query)) asked.searchParams.set(name, value);
    return exchange(asked, method, signed.headers, body, TIMEOUT_MS);
  };

  return async (request: AwsRequest): Promise<AwsAnswer> => {
    let inDoubt = false;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await once(request);
        if (!isPassing(answer.status)) return { ...answer, inDoubt };
        if (attempt === ATTEMPTS) throw new Error(`${service} answered with status ${String(answer.status)}`);
      } catch (error) {
        if (attempt === ATTEMPTS) throw error;
      }
      inDoubt = true;
      await pause(attempt - 1);
    }
  };
};
