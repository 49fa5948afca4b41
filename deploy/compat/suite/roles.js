import assert from 'node:assert/strict';
import { has, invalid, notFound, refused, resource } from '../lib/expect.js';
import { test } from '../lib/runner.js';

export default async function roles(keyledger) {
  const { client, organization, admin } = await keyledger.organization('Roles');
  const role = await client.roles.create({ name: 'Support', organization });

  await test('a created role is a custom one', async () => {
    resource(role, 'roles');
    has(role, { name: 'Support', kind: 'custom' });
    has(await client.roles.retrieve(role.id), { id: role.id, name: 'Support' });
  });

  await test('a role is changed', async () => {
    has(await client.roles.update({ id: role.id, name: 'Helpers', reference: 'r' }), { name: 'Helpers', reference: 'r' });
  });

  await test('the missing permissions are added on request', async () => {
    await client.roles._add_missing_base_permissions(role.id);
    const added = await client.roles.permissions(role.id, { pageSize: 25 });
    assert.ok(added.recordCount > 0);
    const again = await client.roles._add_missing_base_permissions(role);
    assert.equal(again.id, role.id);
    assert.equal((await client.roles.permissions(role.id)).recordCount, added.recordCount);
  });

  await test('what belongs to a role is read', async () => {
    const app = await client.api_credentials.create({ name: 'Sync', kind: 'integration', organization, role: admin });
    assert.equal((await client.roles.organization(admin.id)).id, organization.id);
    assert.deepEqual(Array.from(await client.roles.api_credentials(admin.id, { filters: { kind_eq: 'integration' } }), ({ id }) => id), [app.id]);
    assert.deepEqual(Array.from(await client.roles.memberships(admin.id), ({ owner }) => owner), [true]);
    assert.equal((await client.roles.permissions(admin.id)).length, 0);
  });

  await test('a role remembers its versions', async () => {
    const versions = await client.roles.versions(role.id);
    assert.ok(versions.length >= 2);
    assert.deepEqual(versions[0].event, 'create');
    const renamed = versions.find(({ event, changes }) => event === 'update' && changes.name);
    assert.deepEqual(renamed.changes.name, ['Support', 'Helpers']);
  });

  await test('roles are listed with their kinds', async () => {
    const listed = await client.organizations.roles(organization.id, { filters: { kind_in: 'admin,custom' } });
    assert.deepEqual(Array.from(listed, ({ kind }) => kind).sort(), ['admin', 'custom']);
  });

  await test('a role needs a name and an organization', async () => {
    await invalid(() => client.roles.create({ name: '', organization }), 'attributes/name', 'blank');
    await invalid(() => client.roles.create({ name: 'x' }), 'relationships/organization');
  });

  await test('the kind of a role cannot be set', () => refused(
    () => client.roles.create({ name: 'x', kind: 'admin', organization }), 400, 'PARAM_NOT_ALLOWED'));

  await test('an unknown role is not found, and none is deleted', async () => {
    await notFound(() => client.roles.retrieve('nnnnnnnnnn'));
    assert.equal((await keyledger.request('DELETE', `/roles/${role.id}`)).status, 405);
  });
}
