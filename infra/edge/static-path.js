// Runs in CloudFront: serves /privacy/index.html for /privacy/ and redirects /privacy to /privacy/. CloudFront requires
// the name `handler`.
function handler(event) {
  var request = event.request;
  var last = request.uri.split('/').pop();
  if (last === '') {
    request.uri += 'index.html';
    return request;
  }
  if (last.indexOf('.') !== -1) return request;
  return {
    statusCode: 301,
    statusDescription: 'Moved Permanently',
    headers: { location: { value: request.uri.replace(/^\/+/, '/') + '/' } },
  };
}
