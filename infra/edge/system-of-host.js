// Runs in CloudFront, before the code of each function: finds the system of a host name. Deployment inserts `systems`, the
// systems' ids by host name, and `moved`, the new host names of systems that were merged into others.
function valueIn(values, name) {
  return Object.prototype.hasOwnProperty.call(values, name) ? values[name] : undefined;
}

function valueFor(request, values) {
  return valueIn(values, request.headers.host ? request.headers.host.value.toLowerCase() : '');
}

function systemOf(request) {
  return valueFor(request, systems);
}

function queryOf(request) {
  var query = Object.keys(request.querystring)
    .map(function (name) {
      var given = request.querystring[name];
      return (given.multiValue || [given])
        .map(function (one) {
          return name + '=' + one.value;
        })
        .join('&');
    })
    .join('&');
  return query === '' ? '' : '?' + query;
}

// Redirects a page of a former host name, so that links in old e-mails open. A POST is answered where it arrives, because
// mail programs that unsubscribe follow no redirects.
function redirectOf(request) {
  var host = valueFor(request, moved);
  if (host === undefined || request.method === 'POST') return undefined;
  return {
    statusCode: 301,
    statusDescription: 'Moved Permanently',
    headers: { location: { value: 'https://' + host + request.uri + queryOf(request) } },
  };
}

var unknownHost = {
  statusCode: 404,
  statusDescription: 'Not Found',
  headers: { 'content-type': { value: 'text/html; charset=utf-8' }, 'cache-control': { value: 'no-store' } },
  body: '<!doctype html><html lang="en"><title>Page not found</title><h1>Page not found</h1><p>There is no service at this address.</p></html>',
};
