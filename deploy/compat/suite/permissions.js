import assert from 'node:assert/strict';
import { has, invalid, notFound, refused, resource } from '../lib/expect.js';
import { toOne } from '../lib/keyledger.js';
import { test } from '../lib/runner.js';

export default async function permissions(keyledger) {
  const { client, organization } = await keyledger.organization('Permissions');
  const { id: roleId } = await client.roles.create({ name: 'Support', organization });
  const role = toOne('roles', roleId);
  const rights = { can_create: true, can_read: true, can_update: false, can_destroy: false };
  const permission = await client.permissions.create({ subject: 'orders', role, ...rights });

  await test('a permission is created and read', async () => {
    resource(permission, 'permissions');
    has(permission, { subject: 'orders', restrictions: {}, ...rights });
    has(await client.permissions.retrieve(permission.id), { subject: 'orders', ...rights });
  });

  await test('a permission is changed', async () => {
    has(await client.permissions.update({ id: permission.id, can_update: true, can_create: false }), { can_update: true, can_create: false, can_read: true });
  });

  await test('what a permission belongs to is read', async () => {
    assert.equal((await client.permissions.organization(permission.id)).id, organization.id);
    assert.equal((await client.permissions.role(permission.id)).id, roleId);
  });

  await test('a permission remembers its changes', async () => {
    const versions = await client.permissions.versions(permission.id);
    const update = versions.find(({ event }) => event === 'update');
    assert.deepEqual(update.changes.can_update, [false, true]);
  });

  await test('permissions are listed and filtered', async () => {
    await client.permissions.create({ subject: 'skus', role, ...rights });
    const subjects = async (filters) => Array.from(await client.roles.permissions(roleId, { filters }), ({ subject }) => subject).sort();
    assert.deepEqual(await subjects({ can_read_true: true }), ['orders', 'skus']);
    assert.deepEqual(await subjects({ can_create_true: true }), ['skus']);
    assert.deepEqual(await subjects({ subject_eq: 'orders' }), ['orders']);
    assert.ok((await client.permissions.list({ filters: { role_id_eq: roleId } })).recordCount === 2);
  });

  await test('a role has one permission per subject', () => invalid(
    () => client.permissions.create({ subject: 'orders', role, ...rights }), 'attributes/subject', 'taken'));

  for (const missing of ['subject', 'can_create', 'can_read', 'can_update', 'can_destroy']) {
    await test(`a permission needs ${missing}`, () => invalid(
      () => client.permissions.create({ subject: 'prices', role, ...rights, [missing]: undefined }), `attributes/${missing}`));
  }

  await test('a permission needs a role', () => invalid(
    () => client.permissions.create({ subject: 'prices', ...rights }), 'relationships/role'));

  await test('the subject is fixed at creation', () => refused(
    () => client.permissions.update({ id: permission.id, subject: 'skus' }), 400, 'PARAM_NOT_ALLOWED'));

  await test('an unknown permission is not found, and none is deleted', async () => {
    await notFound(() => client.permissions.retrieve('nnnnnnnnnn'));
    assert.equal((await keyledger.request('DELETE', `/permissions/${permission.id}`)).status, 405);
  });
}
