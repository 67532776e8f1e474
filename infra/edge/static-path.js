// Runs in CloudFront: serves /<system>/privacy/index.html for /privacy/ and redirects /privacy to /privacy/. CloudFront
// requires the name `handler`; `redirectOf`, `systemOf` and `unknownHost` come from system-of-host.js.
function handler(event) {
  var request = event.request;
  var redirect = redirectOf(request);
  if (redirect !== undefined) return redirect;
  var system = systemOf(request);
  if (system === undefined) return unknownHost;
  // Tells the function of unknown paths the system. Replaces a header of the caller's.
  request.headers['x-dpp-system'] = { value: system };
  var last = request.uri.split('/').pop();
  if (last !== '' && last.indexOf('.') === -1)
    return {
      statusCode: 301,
      statusDescription: 'Moved Permanently',
      headers: { location: { value: request.uri.replace(/^\/+/, '/') + '/' } },
    };
  request.uri = '/' + system + request.uri + (last === '' ? 'index.html' : '');
  return request;
}
