import assert from 'node:assert/strict';
import { has, invalid, notFound, refused, resource } from '../lib/expect.js';
import { toOne } from '../lib/keyledger.js';
import { test } from '../lib/runner.js';

export default async function memberships(keyledger) {
  const { client, organization, admin, readOnly } = await keyledger.organization('Memberships');
  const role = toOne('roles', readOnly.id);
  const invite = (user_email, attributes = {}) => client.memberships.create({ user_email, organization, role, ...attributes });
  const member = await invite('ada@example.com');

  await test('an invited user is a pending member', async () => {
    resource(member, 'memberships');
    has(member, { user_email: 'ada@example.com', status: 'pending', owner: false, access_scope: 'live_access', test_enabled: false });
    has(await client.memberships.retrieve(member.id), { user_email: 'ada@example.com', status: 'pending' });
  });

  await test('the founder is a member at once', async () => {
    const { email } = await client.user.retrieve();
    const [own] = await client.organizations.memberships(organization.id, { filters: { owner_true: true } });
    has(own, { user_email: email, status: 'active', owner: true });
  });

  await test('a member is changed', async () => {
    const changed = await client.memberships.update({ id: member.id, access_scope: 'all_access', role: toOne('roles', admin.id) });
    has(changed, { access_scope: 'all_access', test_enabled: true });
    assert.equal((await client.memberships.role(member.id)).kind, 'admin');
    has(await client.memberships.update({ id: member.id, access_scope: 'test_access' }), { test_enabled: true });
  });

  await test('an invitation is sent again', async () => {
    assert.equal(await client.memberships.resend(member.id), undefined);
    assert.equal((await keyledger.request('POST', `/memberships/${member.id}/resend`, { body: { data: {} } })).status, 202);
  });

  await test('what a member belongs to is read', async () => {
    assert.equal((await client.memberships.organization(member.id)).id, organization.id);
    const versions = await client.memberships.versions(member.id);
    assert.ok(Array.from(versions, ({ event }) => event).includes('update'));
  });

  await test('members are listed and filtered', async () => {
    const emails = async (filters) => Array.from(
      await client.organizations.memberships(organization.id, { filters, sort: ['status'] }), ({ user_email }) => user_email);
    assert.equal((await emails({})).length, 2);
    assert.deepEqual(await emails({ status_eq: 'pending' }), ['ada@example.com']);
    assert.deepEqual(await emails({ user_email_start: 'ADA' }), ['ada@example.com']);
    assert.deepEqual(await emails({ role_kind_eq: 'admin', owner_false: true }), ['ada@example.com']);
  });

  for (const [what, attributes, at, rule] of [
    ['no e-mail', { user_email: undefined }, 'attributes/user_email', 'blank'],
    ['an e-mail that is none', { user_email: 'nobody' }, 'attributes/user_email'],
    ['an e-mail that is a member already', { user_email: 'ada@example.com' }, 'attributes/user_email', 'taken'],
    ['no role', { role: undefined }, 'relationships/role'],
    ['no organization', { organization: undefined }, 'relationships/organization'],
    ['an access scope that does not exist', { access_scope: 'no_access' }, 'attributes/access_scope', 'inclusion'],
  ]) {
    await test(`${what} is refused`, () => invalid(() => invite('bob@example.com', attributes), at, rule));
  }

  await test('the e-mail is fixed at creation', () => refused(
    () => client.memberships.update({ id: member.id, user_email: 'x@example.com' }), 400, 'PARAM_NOT_ALLOWED'));

  await test('an owner cannot leave', async () => {
    const [own] = await client.organizations.memberships(organization.id, { filters: { owner_true: true } });
    await assert.rejects(client.memberships.delete(own.id), ({ status }) => [403, 409, 422, 423].includes(status));
    has(await client.memberships.retrieve(own.id), { owner: true });
  });

  await test('a member is removed', async () => {
    await client.memberships.delete(member.id);
    await notFound(() => client.memberships.retrieve(member.id));
    await notFound(() => client.memberships.resend(member.id));
  });
}
