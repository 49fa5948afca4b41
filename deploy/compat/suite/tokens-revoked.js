import assert from 'node:assert/strict';
import { revoke } from '@commercelayer/js-auth';
import { has, refused } from '../lib/expect.js';
import { test } from '../lib/runner.js';

export default async function revokedTokens(keyledger) {
  const { client, organization, admin } = await keyledger.organization('Revoked tokens');
  const integration = (name) => client.api_credentials.create({ name, kind: 'integration', organization, role: admin });
  const app = await integration('Revokes');
  const authenticate = (one) => keyledger.authenticate(one, { scope: 'provisioning-api' });
  const credentials = { clientId: app.client_id, clientSecret: app.client_secret };

  await test('a revoked token of a user opens nothing', async () => {
    const { accessToken } = await keyledger.authenticate(keyledger.credentials);
    const api = await keyledger.client(accessToken);
    assert.ok((await api.user.retrieve()).email);
    assert.deepEqual(await revoke({ ...keyledger.credentials, token: accessToken }), {});
    await refused(() => api.user.retrieve(), 401, 'INVALID_TOKEN');
  });

  await test('a revoked token of an integration opens nothing, another one still does', async () => {
    const [first, second] = [await authenticate(app), await authenticate(app)];
    assert.deepEqual(await revoke({ ...credentials, token: first.accessToken }), {});
    await refused(async () => (await keyledger.client(first.accessToken)).roles.list(), 401, 'INVALID_TOKEN');
    assert.ok((await (await keyledger.client(second.accessToken)).roles.list()).length >= 2);
  });

  await test("another client's token cannot be revoked", async () => {
    const other = await integration('Owns the token');
    const { accessToken } = await authenticate(other);
    const { errors } = await revoke({ ...credentials, token: accessToken });
    has(errors[0], { status: 403, code: 'FORBIDDEN', title: 'unauthorized_client' });
    assert.ok((await (await keyledger.client(accessToken)).roles.list()).length >= 2);
  });

  await test('revoking takes the secret of a confidential app', async () => {
    const { accessToken } = await authenticate(app);
    const { errors } = await revoke({ clientId: app.client_id, token: accessToken });
    assert.ok([401, 403].includes(errors[0].status), JSON.stringify(errors));
    assert.ok((await (await keyledger.client(accessToken)).roles.list()).length >= 2);
  });

  await test('the tokens of a deleted app open nothing', async () => {
    const doomed = await integration('Doomed');
    const { accessToken } = await authenticate(doomed);
    const api = await keyledger.client(accessToken);
    assert.ok((await api.roles.list()).length >= 2);
    await client.api_credentials.delete(doomed.id);
    await refused(() => api.roles.list(), 401, 'INVALID_TOKEN');
  });

  await test('the SDK renews an expired token and repeats the call', async () => {
    const { accessToken } = await keyledger.authenticate(keyledger.credentials);
    const [header, payload, signature] = accessToken.split('.');
    const expired = { ...JSON.parse(Buffer.from(payload, 'base64url')), exp: 1_600_000_000 };
    const stale = [header, Buffer.from(JSON.stringify(expired)).toString('base64').replace(/=+$/, ''), signature].join('.');
    const api = await keyledger.client(stale);
    const renewals = [];
    api.config({ refreshToken: async (old) => { renewals.push(old); return accessToken; } });
    assert.ok((await api.user.retrieve()).email);
    assert.deepEqual(renewals, [stale]);
    assert.equal(api.currentAccessToken, accessToken);
  });
}
