import assert from 'node:assert/strict';
import { createCompositeStorage, makeIntegration, makeSalesChannel } from '@commercelayer/js-auth';
import { has } from '../lib/expect.js';
import { test } from '../lib/runner.js';

export default async function cachedTokens(keyledger) {
  const { client, organization, admin } = await keyledger.organization('Cached tokens');
  const create = (attributes) => client.api_credentials.create({ organization, ...attributes });
  const integration = await create({ name: 'Sync', kind: 'integration', role: admin });
  const salesChannel = await create({ name: 'Shop', kind: 'sales_channel' });
  const { domain } = keyledger;
  const makers = {
    makeIntegration: (options = {}) => makeIntegration(
      { domain, clientId: integration.client_id, clientSecret: integration.client_secret, ...options },
      { storage: memory() }),
    makeSalesChannel: (options = {}) => makeSalesChannel(
      { domain, clientId: salesChannel.client_id, ...options },
      { storage: memory() }),
  };

  for (const [name, make] of Object.entries(makers)) {
    for (const scope of [undefined, 'market:id:DGzAouppwn']) {
      await test(`${name} asks once${scope ? ` for ${scope}` : ''} and then remembers`, async () => {
        const app = make({ scope });
        const first = await countingRequests(() => app.getAuthorization());
        const second = await countingRequests(() => app.getAuthorization());
        assert.deepEqual([first.requests, second.requests], [1, 0]);
        assert.equal(second.result.accessToken, first.result.accessToken);
        has(first.result, { ownerType: 'guest', tokenType: 'bearer', scope: scope ?? 'market:all' });
      });
    }

    await test(`${name} asks once for five callers`, async () => {
      const app = make();
      const { requests } = await countingRequests(() => Promise.all(Array.from({ length: 5 }, () => app.getAuthorization())));
      assert.equal(requests, 1);
    });

    await test(`${name} asks again after it was told to forget`, async () => {
      const app = make();
      const first = await app.getAuthorization();
      await app.removeAuthorization();
      const again = await countingRequests(() => app.getAuthorization());
      assert.equal(again.requests, 1);
      assert.notEqual(again.result.accessToken, first.accessToken);
    });
  }

  await test('a token from a slow storage fills the fast one', async () => {
    const [fast, slow] = [memory('fast'), memory('slow')];
    const storage = createCompositeStorage({ storages: [fast, slow] });
    const options = { domain, clientId: salesChannel.client_id };
    const { accessToken } = await makeSalesChannel(options, { storage: slow }).getAuthorization();
    const { requests, result } = await countingRequests(() => makeSalesChannel(options, { storage }).getAuthorization());
    assert.equal(requests, 0);
    assert.equal(result.accessToken, accessToken);
    assert.equal(fast.size(), 1);
  });

  await test('an integration revokes what it holds and gets a new token', async () => {
    const app = makers.makeIntegration();
    const { accessToken } = await app.getAuthorization();
    assert.deepEqual(await app.revokeAuthorization(), {});
    assert.notEqual((await app.getAuthorization()).accessToken, accessToken);
  });

  await test('a sales channel without a customer logs nobody out', async () => {
    const app = makers.makeSalesChannel();
    await app.getAuthorization();
    const { requests, result } = await countingRequests(() => app.logoutCustomer());
    assert.deepEqual([requests, result], [0, {}]);
  });
}

function memory(name = 'memory') {
  const items = new Map();
  return {
    name,
    size: () => items.size,
    getItem: async (key) => items.get(key) ?? null,
    setItem: async (key, value) => void items.set(key, value),
    removeItem: async (key) => void items.delete(key),
  };
}

/** The clients call the global fetch, so counting its calls counts their requests. */
async function countingRequests(call) {
  const { fetch } = globalThis;
  let requests = 0;
  globalThis.fetch = (...args) => {
    requests++;
    return fetch(...args);
  };
  try {
    return { result: await call(), requests };
  } finally {
    globalThis.fetch = fetch;
  }
}
