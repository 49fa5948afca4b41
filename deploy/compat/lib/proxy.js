import http from 'node:http';
import https from 'node:https';

/** TLS in front of a plain http server on this machine: what a load balancer does in production. */
export async function startProxy({ cert, key }, port = 0) {
  let target;
  const agent = new http.Agent({ keepAlive: true });
  const proxy = https.createServer({ cert, key }, (incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const forwarded = { ...headers, 'x-forwarded-proto': 'https', 'x-forwarded-port': String(proxy.address().port) };
    const request = http.request(new URL(url, target), { method, headers: forwarded, agent }, (answer) => {
      outgoing.writeHead(answer.statusCode, answer.statusMessage, answer.rawHeaders);
      answer.pipe(outgoing);
    });
    request.on('error', (error) => outgoing.destroy(error));
    incoming.pipe(request);
  });
  await new Promise((resolve, reject) => proxy.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    port: proxy.address().port,
    forwardTo: (url) => (target = url),
    close: () => {
      agent.destroy();
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}
