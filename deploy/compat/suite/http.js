import assert from 'node:assert/strict';
import { has } from '../lib/expect.js';
import { mediaType, unique } from '../lib/keyledger.js';
import { test } from '../lib/runner.js';

/** What the clients rely on without showing it: media types, statuses, and the headers of concurrency, retries and limits. */
export default async function http(keyledger) {
  const { client, organization } = await keyledger.organization('HTTP');
  const { request } = keyledger;
  const ask = request.bind(keyledger);
  const document = (attributes, more = {}) => ({
    data: { type: 'api_credentials', attributes: { kind: 'sales_channel', ...attributes }, relationships: { organization: { data: organization } }, ...more },
  });
  const app = await client.api_credentials.create({ name: 'App', kind: 'sales_channel', organization });
  const path = `/api_credentials/${app.id}`;
  const patch = (attributes, headers) => ask('PATCH', path, { body: { data: { type: 'api_credentials', id: app.id, attributes } }, headers });
  const expectError = ({ status, document: answer }, due, code) => {
    assert.equal(status, due, JSON.stringify(answer));
    has(answer.errors[0], { status: String(due), code });
  };

  await test('answers are JSON:API documents with links', async () => {
    const { status, headers, document: read } = await ask('GET', path);
    assert.equal(status, 200);
    assert.match(headers.get('content-type'), /^application\/vnd\.api\+json/);
    assert.equal(read.data.links.self, `${keyledger.api}${path}`);
    has(read.data.relationships.organization.links, { related: `${keyledger.api}${path}/organization` });
    assert.ok(!('data' in read.data.relationships.organization));
  });

  await test('an answer with a secret is stored nowhere', async () => {
    const { status, headers } = await ask('POST', '/api_credentials', { body: document({ name: 'Fresh' }) });
    assert.equal(status, 201);
    assert.match(headers.get('cache-control'), /no-store/);
  });

  await test('the limits stand in the headers', async () => {
    const reader = client.addRawResponseReader({ headers: true });
    await client.api_credentials.retrieve(app.id);
    client.removeRawResponseReader();
    for (const name of ['limit', 'interval', 'remaining']) assert.match(reader.headers[`x-ratelimit-${name}`], /^\d+/);
  });

  for (const [what, authorization, code] of [['no token', '', 'UNAUTHORIZED'], ['a broken token', 'Bearer nonsense', 'INVALID_TOKEN']]) {
    await test(`${what} is 401 ${code}`, async () => {
      const answer = await fetch(`${keyledger.api}/organizations`, { headers: { Accept: mediaType, ...(authorization && { Authorization: authorization }) } });
      expectError({ status: answer.status, document: await answer.json() }, 401, code);
    });
  }

  await test('another media type is 415, another wish 406', async () => {
    expectError(await ask('POST', '/api_credentials', { body: document({ name: 'x' }), headers: { 'Content-Type': 'text/plain' } }), 415, 'UNSUPPORTED_MEDIA_TYPE');
    expectError(await ask('GET', path, { headers: { Accept: 'text/html' } }), 406, 'NOT_ACCEPTABLE');
  });

  await test('a body that is no document is 400', async () => {
    for (const body of ['{', '[]', '{}', '{"data":"x"}']) {
      const { status, document: answer } = await ask('POST', '/api_credentials', { body });
      assert.equal(status, 400, body);
      assert.equal(typeof answer.errors[0].code, 'string');
    }
  });

  await test('the id in the body must be the one in the address', async () => {
    const body = { data: { type: 'api_credentials', id: 'nnnnnnnnnn', attributes: { name: 'x' } } };
    expectError(await ask('PATCH', path, { body }), 400, 'KEY_NOT_INCLUDED_IN_URL');
  });

  await test('an unknown path is 404, a method switched off 405', async () => {
    assert.equal((await ask('GET', '/nothing_here')).status, 404);
    assert.equal((await ask('DELETE', '/api_credentials')).status, 405);
  });

  await test('a stale If-Match is 412 and changes nothing', async () => {
    const { headers } = await ask('GET', path);
    const etag = headers.get('etag');
    const first = await patch({ name: 'First' }, { 'If-Match': etag });
    assert.equal(first.status, 200);
    assert.notEqual(first.headers.get('etag'), etag);
    assert.equal((await patch({ name: 'Second' }, { 'If-Match': etag })).status, 412);
    assert.equal((await client.api_credentials.retrieve(app.id)).name, 'First');
    assert.equal((await ask('DELETE', path, { headers: { 'If-Match': etag } })).status, 412);
  });

  await test('an Idempotency-Key creates once', async () => {
    const headers = { 'Idempotency-Key': unique('key').replace(' ', '-') };
    const first = await ask('POST', '/api_credentials', { body: document({ name: 'Once' }), headers });
    const again = await ask('POST', '/api_credentials', { body: document({ name: 'Once' }), headers });
    assert.deepEqual([first.status, again.status], [201, 201]);
    assert.equal(again.document.data.id, first.document.data.id);
    assert.equal(again.headers.get('idempotent-replay'), 'true');
    assert.ok(first.document.data.attributes.client_secret);
    assert.equal(again.document.data.attributes.client_secret, null);
    expectError(await ask('POST', '/api_credentials', { body: document({ name: 'Other' }), headers }), 422, 'IDEMPOTENCY_KEY_REUSED');
  });

  await test('a deletion is answered with nothing', async () => {
    const { status, document: nothing } = await ask('DELETE', path);
    assert.deepEqual([status, nothing], [204, undefined]);
    expectError(await ask('GET', path), 404, 'RECORD_NOT_FOUND');
  });
}
