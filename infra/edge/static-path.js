// Runs in CloudFront: serves /<system>/privacy/index.html for /privacy/ and redirects /privacy to /privacy/. Only paths of
// files that were built reach the bucket, because its access log names each path, and a mistyped link may hold a token.
// CloudFront requires the name `handler`; `redirectOf`, `systemOf`, `unknownHost` and `valueIn` come from
// system-of-host.js, and deployment inserts `files`.
function isFile(path) {
  return valueIn(files, path) !== undefined || /^\/_astro\/[\w.-]+$/.test(path);
}

function handler(event) {
  var request = event.request;
  var redirect = redirectOf(request);
  if (redirect !== undefined) return redirect;
  var system = systemOf(request);
  if (system === undefined) return unknownHost;
  // Tells the function of unknown paths the system. Replaces a header of the caller's.
  request.headers['x-dpp-system'] = { value: system };
  var last = request.uri.split('/').pop();
  if (last !== '' && isFile(request.uri + '/index.html'))
    return {
      statusCode: 301,
      statusDescription: 'Moved Permanently',
      headers: { location: { value: request.uri + '/' } },
    };
  var path = request.uri + (last === '' ? 'index.html' : '');
  // Asks for a file that is never there: the request then goes to the function of unknown paths.
  request.uri = '/' + system + (isFile(path) ? path : '/no-file');
  return request;
}
