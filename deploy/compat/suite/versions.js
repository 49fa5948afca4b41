import assert from 'node:assert/strict';
import { has, notFound, resource } from '../lib/expect.js';
import { test } from '../lib/runner.js';

export default async function versions(keyledger) {
  const { client, organization } = await keyledger.organization('Versions');
  const role = await client.roles.create({ name: 'First', organization });
  await client.roles.update({ id: role.id, name: 'Second' });
  const filters = { resource_id_eq: role.id };

  await test('versions are listed over all resources', async () => {
    const listed = await client.versions.list({ filters });
    assert.deepEqual(Array.from(listed, ({ event }) => event), ['create', 'update']);
    resource(listed[1], 'versions');
    has(listed[1], { resource_type: 'roles', resource_id: role.id, changes: { name: ['First', 'Second'] } });
  });

  await test('a version names who did it', async () => {
    const [created] = await client.versions.list({ filters });
    assert.ok(JSON.stringify(created.who).includes((await client.user.retrieve()).id));
  });

  await test('one version is retrieved', async () => {
    const [first] = await client.versions.list({ filters });
    has(await client.versions.retrieve(first.id), { id: first.id, event: 'create' });
    await notFound(() => client.versions.retrieve('nnnnnnnnnn'));
  });

  await test('versions are counted and told apart by type', async () => {
    assert.equal(await client.versions.count({ ...filters, resource_type_eq: 'roles' }), 2);
    assert.equal(await client.versions.count({ ...filters, resource_type_eq: 'permissions' }), 0);
  });

  await test('credentials have versions too, without their secrets', async () => {
    const app = await client.api_credentials.create({ name: 'Shop', kind: 'sales_channel', organization });
    await client.api_credentials.update({ id: app.id, name: 'Store', expires_in: 7200 });
    const { status, document } = await keyledger.request('GET', `/api_credentials/${app.id}/versions`);
    assert.equal(status, 200);
    const updates = document.data.filter(({ attributes }) => attributes.event === 'update');
    const changes = Object.assign({}, ...updates.map(({ attributes }) => attributes.changes));
    has(changes, { name: ['Shop', 'Store'], expires_in: [14400, 7200] });
    assert.ok(!JSON.stringify(document).includes(app.client_secret));
  });
}
