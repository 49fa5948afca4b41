import assert from 'node:assert/strict';
import {
  authenticate, getCoreApiBaseEndpoint, getProvisioningApiBaseEndpoint, getTokenType, InvalidTokenError, jwtDecode,
  jwtIsDashboard, jwtIsIntegration, jwtIsSalesChannel, jwtIsUser, jwtIsWebApp, jwtVerify,
} from '@commercelayer/js-auth';
import { has } from '../lib/expect.js';
import { test } from '../lib/runner.js';

const answerKeys = ['accessToken', 'createdAt', 'expires', 'expiresIn', 'scope', 'tokenType'];

export default async function tokens(keyledger) {
  const { client, organization, admin, slug } = await keyledger.organization('Tokens');
  const create = (attributes) => client.api_credentials.create({ organization, ...attributes });
  const integration = await create({ name: 'Sync', kind: 'integration', mode: 'live', role: admin });
  const salesChannel = await create({ name: 'Shop', kind: 'sales_channel', mode: 'test' });

  await test('a user gets a provisioning token', async () => {
    const answer = await keyledger.authenticate(keyledger.credentials);
    assert.deepEqual(Object.keys(answer).sort(), answerKeys);
    has(answer, { tokenType: 'bearer', expiresIn: 7200 });
    assert.ok(answer.scope.split(' ').includes('provisioning-api'));
    assert.ok(answer.expires instanceof Date);
    const { header, payload } = jwtDecode(answer.accessToken);
    has(header, { alg: 'RS512', typ: 'JWT' });
    assert.equal(typeof header.kid, 'string');
    has(payload, { iss: keyledger.issuer, test: false, iat: answer.createdAt, scope: answer.scope });
    has(payload.application, { kind: 'user', client_id: keyledger.credentials.clientId, public: false, confidential: true });
    assert.equal(typeof payload.user.id, 'string');
    assert.ok(!('organization' in payload) && !('owner' in payload));
    assert.equal(payload.exp - payload.iat, answer.expiresIn);
    assert.ok(payload.rand >= 0 && payload.rand < 1);
  });

  await test('a user token is told apart by the helpers', async () => {
    const { accessToken } = await keyledger.authenticate(keyledger.credentials);
    const { payload } = jwtDecode(accessToken);
    const kinds = [jwtIsUser, jwtIsDashboard, jwtIsIntegration, jwtIsSalesChannel, jwtIsWebApp].map((is) => is(payload));
    assert.deepEqual(kinds, [true, false, false, false, false]);
    assert.equal(getTokenType(payload), 'user:guest');
    assert.equal(getProvisioningApiBaseEndpoint(accessToken), `https://provisioning.${keyledger.domain}`);
    assert.throws(() => getCoreApiBaseEndpoint(accessToken), InvalidTokenError);
    assert.equal(getCoreApiBaseEndpoint(accessToken, { shouldThrow: false }), null);
  });

  await test('an integration gets a token of its organization', async () => {
    const answer = await keyledger.authenticate(integration);
    assert.deepEqual(Object.keys(answer).sort(), answerKeys);
    has(answer, { tokenType: 'bearer', expiresIn: 7200, scope: 'market:all' });
    const { payload } = jwtDecode(answer.accessToken);
    assert.ok(jwtIsIntegration(payload));
    has(payload.application, { id: integration.id, client_id: integration.client_id, public: false, confidential: true });
    assert.deepEqual(payload.organization, { id: organization.id, slug, enterprise: true, region: 'eu-west-1' });
    assert.equal(payload.test, false);
    assert.ok(!('user' in payload));
    assert.equal(getTokenType(payload), 'integration:guest');
    assert.equal(getCoreApiBaseEndpoint(answer.accessToken), `https://${slug}.${keyledger.domain}`);
    assert.equal(getProvisioningApiBaseEndpoint(answer.accessToken, { shouldThrow: false }), null);
  });

  await test('a sales channel needs only its id', async () => {
    const answer = await keyledger.authenticate({ client_id: salesChannel.client_id });
    assert.deepEqual(Object.keys(answer).sort(), answerKeys);
    assert.equal(answer.expiresIn, 14400);
    const { payload } = jwtDecode(answer.accessToken);
    assert.ok(jwtIsSalesChannel(payload));
    has(payload.application, { public: true, confidential: false });
    assert.equal(payload.test, true);
    assert.equal(getTokenType(payload), 'sales_channel:guest');
  });

  await test('a sales channel that shows its secret is confidential', async () => {
    const { payload } = jwtDecode((await keyledger.authenticate(salesChannel)).accessToken);
    has(payload.application, { public: true, confidential: true });
  });

  for (const expires_in of [7200, 86399, 31536000]) {
    await test(`a token lives exactly ${expires_in} s when its app says so`, async () => {
      const app = await create({ name: 'Lifetime', kind: 'integration', role: admin, expires_in });
      const { expiresIn, accessToken } = await keyledger.authenticate(app);
      const { payload } = jwtDecode(accessToken);
      assert.deepEqual([expiresIn, payload.exp - payload.iat], [expires_in, expires_in]);
    });
  }

  for (const scope of ['market:all', 'market:id:DGzAouppwn', 'market:code:europe stock_location:code:milan']) {
    await test(`the scope "${scope}" comes back character for character`, async () => {
      const answer = await keyledger.authenticate(salesChannel, { scope });
      assert.equal(answer.scope, scope);
      assert.equal(jwtDecode(answer.accessToken).payload.scope, scope);
    });
  }

  await test('an empty scope is none', async () => {
    assert.equal((await keyledger.authenticate(salesChannel, { scope: '' })).scope, 'market:all');
  });

  await test('unknown members are ignored', async () => {
    const answer = await keyledger.authenticate(integration, { slug: 'any', debug: { logLevel: 'info' } });
    assert.equal(answer.tokenType, 'bearer');
  });

  await test('the verification finds the key by the issuer', async () => {
    const { accessToken } = await keyledger.authenticate(integration);
    const verified = await jwtVerify(accessToken);
    assert.equal(verified.payload.application.id, integration.id);
  });

  await test('the verification refuses a changed token', async () => {
    const { accessToken } = await keyledger.authenticate(integration);
    const [header, payload, signature] = accessToken.split('.');
    const changed = { ...JSON.parse(Buffer.from(payload, 'base64url')), test: true };
    const forged = [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
    await assert.rejects(jwtVerify(forged), InvalidTokenError);
  });

  const refusals = [
    ['a wrong secret', { clientSecret: 'wrong' }, 401, 'UNAUTHORIZED', 'invalid_client'],
    ['a missing secret', { clientSecret: undefined }, 401, 'UNAUTHORIZED', 'invalid_client'],
    ['an unknown client', { clientId: 'unknown' }, 401, 'UNAUTHORIZED', 'invalid_client'],
  ];
  for (const [what, options, status, code, title] of refusals) {
    await test(`${what} is refused in the shape the client reads`, async () => {
      expectErrors(await keyledger.authenticate(integration, options), status, code, title);
    });
  }

  await test('a grant that nobody knows is refused', async () => {
    const { client_id: clientId, client_secret: clientSecret } = integration;
    const answer = await authenticate('nonsense', { domain: keyledger.domain, clientId, clientSecret });
    expectErrors(answer, 400, 'BAD_REQUEST', 'unsupported_grant_type');
  });

  await test('a webapp may not ask for itself', async () => {
    const webapp = await create({ name: 'Web', kind: 'webapp', redirect_uri: 'https://web.example/callback' });
    expectErrors(await keyledger.authenticate(webapp), 400, 'BAD_REQUEST', 'unauthorized_client');
  });

  await test('a deleted app gets no more tokens', async () => {
    const app = await create({ name: 'Short', kind: 'integration', role: admin });
    assert.equal((await keyledger.authenticate(app)).tokenType, 'bearer');
    await client.api_credentials.delete(app.id);
    expectErrors(await keyledger.authenticate(app), 401, 'UNAUTHORIZED', 'invalid_client');
  });
}

function expectErrors(answer, status, code, title) {
  assert.equal(answer.accessToken, undefined);
  has(answer.errors[0], { status, code, title });
  assert.equal(typeof answer.errors[0].detail, 'string');
}
