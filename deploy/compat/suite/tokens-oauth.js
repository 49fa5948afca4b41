import assert from 'node:assert/strict';
import { jwtDecode } from '@commercelayer/js-auth';
import { has } from '../lib/expect.js';
import { test } from '../lib/runner.js';

/** The same endpoint as a plain OAuth client uses it, and what it publishes about itself. */
export default async function oauthTokens(keyledger) {
  const { client, organization, admin } = await keyledger.organization('OAuth tokens');
  const app = await client.api_credentials.create({ name: 'Plain', kind: 'integration', organization, role: admin });
  const post = (body, headers = {}) => fetch(`${keyledger.issuer}/oauth/token`, { method: 'POST', body, headers });
  const form = (fields) => post(new URLSearchParams({ grant_type: 'client_credentials', ...fields }));
  const good = { client_id: app.client_id, client_secret: app.client_secret };

  await test('a form is answered as RFC 6749 and RFC 9068 say', async () => {
    const answer = await form(good);
    const body = await answer.json();
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('cache-control'), /no-store/);
    has(body, { token_type: 'Bearer', expires_in: 7200 });
    const { header, payload } = jwtDecode(body.access_token);
    has(header, { alg: 'ES256', typ: 'at+jwt' });
    has(payload, { iss: keyledger.issuer, client_id: app.client_id });
    assert.ok(payload.aud && payload.sub && payload.jti);
    assert.equal(payload.exp - payload.iat, 7200);
  });

  await test('a client may authenticate with HTTP Basic', async () => {
    const basic = Buffer.from(`${app.client_id}:${app.client_secret}`).toString('base64');
    const answer = await post(new URLSearchParams({ grant_type: 'client_credentials' }), { Authorization: `Basic ${basic}` });
    assert.equal(answer.status, 200);
  });

  await test('a form with a wrong secret is invalid_client', async () => {
    const answer = await form({ ...good, client_secret: 'wrong' });
    assert.equal(answer.status, 401);
    assert.equal((await answer.json()).error, 'invalid_client');
  });

  await test('a token of this profile opens the API', async () => {
    const { access_token: token } = await (await form({ ...good, scope: 'provisioning-api' })).json();
    assert.ok((await (await keyledger.client(token)).roles.list()).length >= 2);
  });

  for (const type of ['application/json', 'application/vnd.api+json']) {
    await test(`a request in ${type} gets the profile of the clients`, async () => {
      const answer = await post(JSON.stringify({ grant_type: 'client_credentials', ...good }), { 'Content-Type': type });
      const body = await answer.json();
      assert.equal(answer.status, 200);
      assert.deepEqual(Object.keys(body).sort(), ['access_token', 'created_at', 'expires_in', 'scope', 'token_type']);
      assert.match(answer.headers.get('cache-control'), /no-store/);
    });
  }

  await test('the key set holds public keys only', async () => {
    const { keys } = await (await fetch(`${keyledger.issuer}/.well-known/jwks.json`)).json();
    const rs512 = keys.find((key) => key.alg === 'RS512');
    has(rs512, { kty: 'RSA', use: 'sig', e: 'AQAB' });
    const secretMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'];
    assert.deepEqual(keys.flatMap((key) => secretMembers.filter((member) => member in key)), []);
  });

  await test('the metadata names the address it was asked at', async () => {
    const metadata = await (await fetch(`${keyledger.issuer}/.well-known/oauth-authorization-server`)).json();
    has(metadata, {
      issuer: keyledger.issuer,
      token_endpoint: `${keyledger.issuer}/oauth/token`,
      revocation_endpoint: `${keyledger.issuer}/oauth/revoke`,
    });
    assert.equal((await fetch(metadata.jwks_uri)).status, 200);
  });
}
