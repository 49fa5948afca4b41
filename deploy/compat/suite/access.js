import assert from 'node:assert/strict';
import { has, notFound, refused } from '../lib/expect.js';
import { test } from '../lib/runner.js';

/** Who may do what, seen through the SDK signed in as apps of different roles. */
export default async function access(keyledger) {
  const here = await keyledger.organization('Here');
  const there = await keyledger.organization('There');
  const signIn = async ({ client, organization }, kind, role) => {
    const app = await client.api_credentials.create({ name: 'Caller', kind, organization, role });
    const scope = kind === 'integration' ? 'provisioning-api' : undefined;
    return keyledger.client((await keyledger.authenticate(app, { scope })).accessToken);
  };
  const foreign = await there.client.api_credentials.create({ name: 'Theirs', kind: 'sales_channel', organization: there.organization });
  const writer = await signIn(here, 'integration', here.admin);
  const reader = await signIn(here, 'integration', here.readOnly);
  const shop = await signIn(here, 'sales_channel');
  const { organization } = here;

  await test('an app with the admin role creates, changes and deletes', async () => {
    const { id } = await writer.api_credentials.create({ name: 'Made by an app', kind: 'sales_channel', organization });
    has(await writer.api_credentials.update({ id, name: 'Changed by an app' }), { name: 'Changed by an app' });
    await writer.api_credentials.delete(id);
    await notFound(() => writer.api_credentials.retrieve(id));
  });

  await test('an app with the read-only role reads and does not write', async () => {
    assert.ok((await reader.api_credentials.list()).recordCount >= 2);
    await refused(() => reader.api_credentials.create({ name: 'x', kind: 'sales_channel', organization }), 403, 'FORBIDDEN');
    const [app] = await reader.api_credentials.list({ filters: { kind_eq: 'sales_channel' } });
    await refused(() => reader.api_credentials.update({ id: app.id, name: 'x' }), 403, 'FORBIDDEN');
    await refused(() => reader.api_credentials.delete(app.id), 403, 'FORBIDDEN');
    await refused(() => reader.roles.create({ name: 'x', organization }), 403, 'FORBIDDEN');
  });

  await test("a sales channel's token opens nothing here", () => refused(() => shop.api_credentials.list(), 403, 'FORBIDDEN'));

  await test("another organization's app does not exist", async () => {
    await notFound(() => writer.api_credentials.retrieve(foreign.id));
    await notFound(() => writer.api_credentials.update({ id: foreign.id, name: 'x' }));
    await notFound(() => writer.api_credentials.delete(foreign.id));
    await notFound(() => writer.organizations.retrieve(there.organization.id));
    await notFound(() => writer.roles.retrieve(there.admin.id));
  });

  await test('lists and counts know one organization only', async () => {
    assert.deepEqual(Array.from(await writer.organizations.list(), ({ id }) => id), [organization.id]);
    const listed = await writer.api_credentials.list({ pageSize: 25, include: ['organization'] });
    assert.deepEqual([...new Set(Array.from(listed, (app) => app.organization.id))], [organization.id]);
    assert.equal(await writer.api_credentials.count({ client_id_eq: foreign.client_id }), 0);
  });
}
