// Runs in CloudFront: routes have no slash at the end. A form that is sent there is not sent on: it would lose its fields.
// CloudFront calls it by this name.
function handler(event) {
  var request = event.request;
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
