import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A certificate of one day that vouches for itself, for the two names the clients call. */
export function makeCertificate(directory, names = ['auth.cl.test', 'provisioning.cl.test']) {
  const file = path.join(directory, 'certificate.pem');
  const keyFile = path.join(directory, 'key.pem');
  execFileSync('openssl', [
    'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1',
    '-subj', '/CN=keyledger-compat', '-addext', `subjectAltName=${names.map((name) => `DNS:${name}`).join(',')}`,
    '-keyout', keyFile, '-out', file,
  ], { stdio: ['ignore', 'ignore', 'pipe'] });
  return { file, keyFile, cert: readFileSync(file), key: readFileSync(keyFile) };
}
