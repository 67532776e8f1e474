// Runs in CloudFront, before the code of each function: finds the system of a host name. Deployment inserts `systems`, the
// systems' ids by host name.
function systemOf(request) {
  var host = request.headers.host ? request.headers.host.value.toLowerCase() : '';
  return Object.prototype.hasOwnProperty.call(systems, host) ? systems[host] : undefined;
}

var unknownHost = {
  statusCode: 404,
  statusDescription: 'Not Found',
  headers: { 'content-type': { value: 'text/html; charset=utf-8' }, 'cache-control': { value: 'no-store' } },
  body: '<!doctype html><html lang="en"><title>Page not found</title><h1>Page not found</h1><p>There is no service at this address.</p></html>',
};
