import { execFileSync } from 'node:child_process';
import { createPrivateKey, webcrypto } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const kinds = {
  ES256: { openssl: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'], web: { name: 'ECDSA', namedCurve: 'P-256' } },
  PS256: { openssl: ['rsa:2048'], web: { name: 'RSA-PSS', hash: 'SHA-256' } },
  RS256: { openssl: ['rsa:2048'], web: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } },
  Ed25519: { openssl: ['ed25519'], web: { name: 'Ed25519' } },
};

/** A key pair with a self-signed certificate, made as the owner of an app makes them. */
export async function makeAppKey(algorithm) {
  const { openssl, web } = kinds[algorithm];
  const directory = mkdtempSync(path.join(tmpdir(), 'keyledger-app-key-'));
  const file = (name) => path.join(directory, name);
  try {
    execFileSync('openssl', [
      'req', '-x509', '-newkey', ...openssl, '-nodes', '-days', '365', '-subj', '/CN=app',
      '-keyout', file('key.pem'), '-out', file('certificate.pem'),
    ], { stdio: ['ignore', 'ignore', 'pipe'] });
    const key = readFileSync(file('key.pem'), 'utf8');
    const der = createPrivateKey(key).export({ type: 'pkcs8', format: 'der' });
    const signing = await webcrypto.subtle.importKey('pkcs8', der, web, false, ['sign']);
    return { key, signing, certificate: readFileSync(file('certificate.pem'), 'utf8') };
  } finally {
    rmSync(directory, { recursive: true });
  }
}
