import https from 'node:https';

/** A fetch that shows a certificate in the handshake, which the one of Node cannot. */
export const tlsFetch = ({ certificate, key }) => (url, { method, headers, body }) =>
  new Promise((resolve, reject) => {
    const options = { method, headers: Object.fromEntries(new Headers(headers)), cert: certificate, key, agent: false };
    const request = https.request(url, options, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve(new Response(Buffer.concat(parts), { status: answer.statusCode, headers: answer.headers })));
    });
    request.on('error', reject);
    request.end(body ? String(body) : undefined);
  });
