import assert from 'node:assert/strict';
import { jwtDecode } from '@commercelayer/js-auth';
import { has, instant, notFound, resource } from '../lib/expect.js';
import { test } from '../lib/runner.js';

const dashboardKinds = [
  'bundles', 'customers', 'exports', 'gift_cards', 'imports', 'inventory', 'orders', 'price_lists', 'promotions',
  'returns', 'shipments', 'sku_lists', 'skus', 'stock_transfers', 'subscriptions', 'tags', 'webhooks',
];

/** Every kind a user may create, through its whole life. */
export default async function kinds(keyledger) {
  const { client, organization, admin } = await keyledger.organization('Kinds');
  const redirect_uri = 'https://app.example/callback';
  const cases = [
    { kind: 'sales_channel', confidential: false, expires_in: 14400 },
    { kind: 'integration', role: admin },
    { kind: 'webapp', redirect_uri },
    ...dashboardKinds.map((kind) => ({ kind })),
    ...dashboardKinds.map((kind) => ({ kind, custom: true, redirect_uri })),
  ];

  for (const { kind, confidential = true, expires_in = 7200, ...given } of cases) {
    const label = given.custom ? `a custom app of kind ${kind}` : kind;
    let created;

    await test(`${label} is created with its defaults and its secret`, async () => {
      created = await client.api_credentials.create({ name: label, kind, organization, ...given });
      resource(created, 'api_credentials');
      has(created, {
        name: label, kind, confidential, expires_in, mode: 'test', custom: given.custom ?? false, scopes: 'market:all',
        redirect_uri: given.redirect_uri ?? null, reference: null, reference_origin: null, metadata: {},
      });
      assert.equal(typeof created.client_id, 'string');
      assert.match(created.client_secret, /^klsec_test_[A-Za-z0-9]+$/);
    });

    await test(`${label} never shows its secret again`, async () => {
      const read = await client.api_credentials.retrieve(created.id);
      const [listed] = await client.api_credentials.list({ filters: { client_id_eq: created.client_id } });
      for (const shown of [read, listed]) {
        has(shown, { id: created.id, client_id: created.client_id, client_secret: null, client_secret_hint: created.client_secret.slice(-4) });
        assert.match(shown.client_secret_expires_at, instant);
      }
    });

    if (kind !== 'webapp') {
      await test(`${label} gets tokens of its kind`, async () => {
        const { payload } = jwtDecode((await keyledger.authenticate(created)).accessToken);
        has(payload.application, { id: created.id, kind, public: !confidential, confidential: true });
        has(payload, { test: true });
      });
    }

    await test(`${label} is changed and deleted`, async () => {
      const changes = { id: created.id, name: `${label}, renamed`, expires_in: 86400, reference: 'R1', metadata: { tier: 'gold' } };
      const updated = await client.api_credentials.update(changes);
      has(updated, { ...changes, kind, client_id: created.client_id, client_secret: null });
      await client.api_credentials.delete(created.id);
      await notFound(() => client.api_credentials.retrieve(created.id));
    });
  }
}
