import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { jwtDecode } from '@commercelayer/js-auth';
import * as oauth from 'openid-client';
import { makeAppKey } from '../lib/app-key.js';
import { test } from '../lib/runner.js';
import { tlsFetch } from '../lib/tls-fetch.js';

/** A stock OAuth client, told the issuer alone, with every way an app can prove itself. */
export default async function openidClient(keyledger) {
  const { client, organization, admin } = await keyledger.organization('Stock client');
  const app = await client.api_credentials.create({ name: 'Stock', kind: 'integration', organization, role: admin });
  const discover = (authentication, metadata = {}, fetching = undefined) =>
    oauth.discovery(new URL(keyledger.issuer), app.client_id, metadata, authentication, {
      algorithm: 'oauth2',
      ...(fetching && { [oauth.customFetch]: fetching }),
    });
  const opens = async (token, fetching = fetch) =>
    (await fetching(`${keyledger.issuer}/api/roles`, { method: 'GET', headers: { Authorization: `Bearer ${token}` } })).status;

  const upload = async ({ certificate }) => {
    const answer = await keyledger.request('POST', `/app_registrations/${app.id}/certificates`, {
      body: certificate,
      headers: { 'Content-Type': 'application/x-pem-file' },
    });
    assert.equal(answer.status, 201, JSON.stringify(answer.document));
    return answer.document.data;
  };

  for (const [name, method] of Object.entries({ post: oauth.ClientSecretPost, basic: oauth.ClientSecretBasic })) {
    await test(`client_secret_${name}: a token, introspected and revoked`, async () => {
      const config = await discover(method(app.client_secret));
      const { access_token: token } = await oauth.clientCredentialsGrant(config, { scope: 'provisioning-api' });
      assert.equal(await opens(token), 200);
      assert.equal((await oauth.tokenIntrospection(config, token)).active, true);
      await oauth.tokenRevocation(config, token);
      assert.equal((await oauth.tokenIntrospection(config, token)).active, false);
    });
  }

  for (const algorithm of ['ES256', 'PS256', 'RS256', 'Ed25519']) {
    await test(`private_key_jwt by ${algorithm}: a token, introspected and revoked`, async () => {
      const made = await makeAppKey(algorithm);
      const { id } = await upload(made);
      const config = await discover(oauth.PrivateKeyJwt({ key: made.signing, kid: id }));
      assert.ok(config.serverMetadata().token_endpoint_auth_signing_alg_values_supported.includes(algorithm));
      const { access_token: token } = await oauth.clientCredentialsGrant(config, { scope: 'provisioning-api' });
      assert.equal(await opens(token), 200);
      assert.equal((await oauth.tokenIntrospection(config, token)).active, true);
      await oauth.tokenRevocation(config, token);
      assert.equal(await opens(token), 401);
    });
  }

  await test('self_signed_tls_client_auth: a token that opens the API over that certificate alone', async () => {
    const made = await makeAppKey('ES256');
    await upload(made);
    const fetching = tlsFetch(made);
    const config = await discover(oauth.TlsClientAuth(), { use_mtls_endpoint_aliases: true }, fetching);
    const { access_token: token } = await oauth.clientCredentialsGrant(config, { scope: 'provisioning-api' });
    const thumbprint = new X509Certificate(made.certificate).fingerprint256.replaceAll(':', '');
    assert.equal(jwtDecode(token).payload.cnf['x5t#S256'], Buffer.from(thumbprint, 'hex').toString('base64url'));
    assert.equal((await oauth.tokenIntrospection(config, token)).active, true);
    const port = new URL(config.serverMetadata().mtls_endpoint_aliases.token_endpoint).origin;
    const status = async (way) =>
      (await way(`${port}/api/roles`, { method: 'GET', headers: { Authorization: `Bearer ${token}` } })).status;
    assert.equal(await status(fetching), 200);
    assert.equal(await status(tlsFetch(await makeAppKey('ES256'))), 401);
    assert.equal(await opens(token), 401);
  });

  await test('a key whose certificate was never uploaded is invalid_client', async () => {
    const { signing } = await makeAppKey('ES256');
    const config = await discover(oauth.PrivateKeyJwt({ key: signing, kid: 'unknown' }));
    await assert.rejects(oauth.clientCredentialsGrant(config), { error: 'invalid_client' });
  });
}
