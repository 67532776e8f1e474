// Runs in CloudFront: tells the functions the system of the host name, and redirects paths with a trailing slash to the
// route without it. A POST is not redirected, because it would lose its fields. CloudFront requires the name `handler`;
// `redirectOf`, `systemOf`, `queryOf` and `unknownHost` come from system-of-host.js.
function handler(event) {
  var request = event.request;
  var redirect = redirectOf(request);
  if (redirect !== undefined) return redirect;
  var system = systemOf(request);
  if (system === undefined) return unknownHost;
  // Replaces a header of the caller's.
  request.headers['x-dpp-system'] = { value: system };
  if (request.method === 'POST' || request.uri.slice(-1) !== '/') return request;
  var path = request.uri.replace(/^\/+/, '/').replace(/\/+$/, '');
  return {
    statusCode: 301,
    statusDescription: 'Moved Permanently',
    headers: { location: { value: path + queryOf(request) } },
  };
}
