import dns from 'node:dns';

/**
 * Resolves the names of the test domain to this machine and refuses every other one: a token with a wrong issuer would
 * otherwise send the clients to the service they were written for.
 */
export function resolveHere(domain) {
  const suffix = `.${domain.replace(/:\d+$/, '')}`;
  dns.lookup = (hostname, options, callback = options) => {
    if (!hostname.endsWith(suffix)) {
      callback(Object.assign(new Error(`${hostname} is outside of this test`), { code: 'ENOTFOUND' }));
    } else if (options?.all) {
      callback(null, [{ address: '127.0.0.1', family: 4 }]);
    } else {
      callback(null, '127.0.0.1', 4);
    }
  };
}
