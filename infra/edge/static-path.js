// Runs in CloudFront: /privacy/ is the file /privacy/index.html; /privacy is sent to /privacy/.
// CloudFront calls it by this name.
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
