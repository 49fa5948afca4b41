import assert from 'node:assert/strict';
import { has, invalid, notFound, refused, resource } from '../lib/expect.js';
import { unique } from '../lib/keyledger.js';
import { test } from '../lib/runner.js';

export default async function organizations(keyledger) {
  const client = await keyledger.client();
  const name = unique('Ørsted & Sons');
  const created = await client.organizations.create({ name, support_email: 'help@example.com', region: 'us-east-1' });
  const { id } = created;

  await test('an organization takes only a name and brings the rest', async () => {
    resource(created, 'organizations');
    has(created, {
      name, region: 'us-east-1', support_email: 'help@example.com', support_phone: null, can_switch_live: created.can_switch_live,
    });
    assert.match(created.slug, /^[a-z0-9-]+$/);
    assert.ok(created.domain.startsWith(`${created.slug}.`));
    assert.equal(typeof created.can_switch_live, 'boolean');
    assert.equal(typeof created.subscription_info, 'object');
  });

  await test('the region has a default', async () => {
    has(await client.organizations.create({ name: unique('Plain') }), { region: 'eu-west-1' });
  });

  await test('equal names get different slugs', async () => {
    const twin = unique('Twin');
    const [first, second] = [await client.organizations.create({ name: twin }), await client.organizations.create({ name: twin })];
    assert.notEqual(first.slug, second.slug);
  });

  await test('a new organization has its owner, two roles and two system apps', async () => {
    const memberships = await client.organizations.memberships(id, { include: ['role'] });
    assert.equal(memberships.length, 1);
    has(memberships[0], { owner: true, status: 'active', user_email: (await client.user.retrieve()).email });
    assert.equal(memberships[0].role.kind, 'admin');
    const roles = await client.organizations.roles(id);
    assert.deepEqual(Array.from(roles, ({ kind }) => kind).sort(), ['admin', 'read_only']);
    const apps = await client.organizations.api_credentials(id);
    assert.deepEqual(Array.from(apps, ({ kind, mode }) => `${kind} ${mode}`).sort(), ['resources live', 'resources test']);
    assert.equal((await client.organizations.permissions(id)).length, 0);
  });

  await test('an organization is retrieved and listed', async () => {
    has(await client.organizations.retrieve(id), { id, name, slug: created.slug });
    const listed = await client.organizations.list({ filters: { slug_eq: created.slug } });
    assert.deepEqual(Array.from(listed, (organization) => organization.id), [id]);
  });

  await test('an organization is changed', async () => {
    const changes = {
      id, name: unique('Renamed'), support_phone: '+45 1', support_email: 'new@example.com', config: { mfe: { default: {} } },
      reference: 'crm-1', reference_origin: 'crm', metadata: { a: 1 },
    };
    has(await client.organizations.update(changes), changes);
    has(await client.organizations.retrieve(id), changes);
  });

  await test('a blank name is refused', () => invalid(() => client.organizations.create({ name: '' }), 'attributes/name', 'blank'));

  for (const attributes of [{ slug: 'mine' }, { domain: 'mine' }, { region: 'eu-west-1' }, { can_switch_live: true }, { primary_color: '#ff0000' }]) {
    await test(`${Object.keys(attributes)} cannot be changed`, () => refused(
      () => client.organizations.update({ id, ...attributes }), 400, 'PARAM_NOT_ALLOWED'));
  }

  await test('ownership is not handed to a stranger', () => refused(
    () => client.organizations.transfer_ownership(id, { id, type: 'organizations', new_owner_email: 'stranger@example.com' }),
    422, 'VALIDATION_ERROR'));

  await test('an unknown organization is not found', async () => {
    await notFound(() => client.organizations.retrieve('nnnnnnnnnn'));
    await notFound(() => client.organizations.update({ id: 'nnnnnnnnnn', name: 'x' }));
    await notFound(() => client.organizations.roles('nnnnnnnnnn'));
  });

  await test('an organization cannot be deleted', async () => {
    assert.equal((await keyledger.request('DELETE', `/organizations/${id}`)).status, 405);
  });
}
