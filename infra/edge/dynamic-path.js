// Runs in CloudFront: tells the functions the system of the host name, and redirects paths with a trailing slash to the
// route without it. A POST is not redirected, because it would lose its fields. CloudFront requires the name `handler`;
// `systemOf` and `unknownHost` come from system-of-host.js.
function handler(event) {
  var request = event.request;
  var system = systemOf(request);
  if (system === undefined) return unknownHost;
  // Replaces a header of the caller's.
  request.headers['x-dpp-system'] = { value: system };
  if (request.method === 'POST' || request.uri.slice(-1) !== '/') return request;
  var names = Object.keys(request.querystring);
  var query = names
    .map(function (name) {
      var given = request.querystring[name];
      return (given.multiValue || [given])
        .map(function (one) {
          return name + '=' + one.value;
        })
        .join('&');
    })
    .join('&');
  var path = request.uri.replace(/^\/+/, '/').replace(/\/+$/, '');
  return {
    statusCode: 301,
    statusDescription: 'Moved Permanently',
    headers: { location: { value: path + (query === '' ? '' : '?' + query) } },
  };
}
