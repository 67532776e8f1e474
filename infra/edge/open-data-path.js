// Runs in CloudFront: serves /<system>/open-data/directory.csv for /open-data/directory.csv, or the plain file to a caller
// that cannot decompress. Leads a search, which older links have here, to the function that answers it. CloudFront requires
// the name `handler`; `redirectOf`, `systemOf`, `queryOf` and `unknownHost` come from system-of-host.js.
function handler(event) {
  var request = event.request;
  var redirect = redirectOf(request);
  if (redirect !== undefined) return redirect;
  var system = systemOf(request);
  if (system === undefined) return unknownHost;
  // Tells the function of unknown paths the system. Replaces a header of the caller's.
  request.headers['x-dpp-system'] = { value: system };
  var query = queryOf(request);
  if (query !== '')
    return {
      statusCode: 302,
      statusDescription: 'Found',
      headers: {
        location: { value: request.uri.replace('/open-data/directory.', '/find-a-dpp/results.') + query },
      },
    };
  var accepted = request.headers['accept-encoding'];
  var takesGzip =
    accepted !== undefined && /(^|[,\s])(gzip|\*)\s*(,|;\s*q=(1|0?\.\d*[1-9])|$)/.test(accepted.value);
  request.uri =
    '/' + system + (takesGzip ? request.uri : request.uri.replace('/open-data/', '/open-data/plain/'));
  return request;
}
