import { anEvent } from './http-event.ts';

const BOUNDARY = '----WebKitFormBoundary7MA4YWxkTrZu0gW';

/** Builds the event for a form with a file that a browser sends from one of our pages. */
export const aFormWithFile = (
  path: string,
  fields: Readonly<Record<string, string>>,
  file: { readonly name: string; readonly bytes: Buffer },
) => {
  const part = (head: string, content: Buffer) =>
    Buffer.concat([Buffer.from(`--${BOUNDARY}\r\n${head}\r\n\r\n`), content, Buffer.from('\r\n')]);
  return anEvent({
    method: 'POST',
    path,
    headers: {
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      accept: 'text/html,*/*;q=0.8',
    },
    body: Buffer.concat([
      ...Object.entries(fields).map(([name, value]) =>
        part(`Content-Disposition: form-data; name="${name}"`, Buffer.from(value)),
      ),
      part(
        `Content-Disposition: form-data; name="${file.name}"; filename="learners.csv"\r\nContent-Type: text/csv`,
        file.bytes,
      ),
      Buffer.from(`--${BOUNDARY}--\r\n`),
    ]),
  });
};
