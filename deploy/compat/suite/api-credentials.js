import assert from 'node:assert/strict';
import { has, invalid, notFound, refused } from '../lib/expect.js';
import { toOne } from '../lib/keyledger.js';
import { test } from '../lib/runner.js';

export default async function apiCredentials(keyledger) {
  const { client, organization, admin, readOnly } = await keyledger.organization('Credentials');
  const credentials = client.api_credentials;
  const role = toOne('roles', admin.id);
  const create = (attributes, params) => credentials.create({ name: 'App', kind: 'sales_channel', organization, ...attributes }, params);
  const redirect_uri = 'https://app.example/callback';

  const faults = [
    ['a blank name', { name: ' ' }, 'attributes/name', 'blank'],
    ['no name', { name: undefined }, 'attributes/name', 'blank'],
    ['no kind', { kind: undefined }, 'attributes/kind'],
    ['a kind that does not exist', { kind: 'prices' }, 'attributes/kind', 'inclusion'],
    ['no organization', { organization: undefined }, 'relationships/organization'],
    ['an organization that does not exist', { organization: toOne('organizations', 'nnnnnnnnnn') }, 'relationships/organization'],
    ['a mode that does not exist', { mode: 'staging' }, 'attributes/mode', 'inclusion'],
    ['a lifetime under two hours', { expires_in: 7199 }, 'attributes/expires_in', 'greater_than_or_equal_to'],
    ['a lifetime over a year', { expires_in: 31536001 }, 'attributes/expires_in', 'less_than_or_equal_to'],
    ['an integration without a role', { kind: 'integration' }, 'relationships/role', 'blank'],
    ['a sales channel with a role', { role }, 'relationships/role'],
    ['a webapp with a role', { kind: 'webapp', redirect_uri, role }, 'relationships/role'],
    ['a webapp without a redirect URI', { kind: 'webapp' }, 'attributes/redirect_uri', 'blank'],
    ['a custom app without a redirect URI', { kind: 'orders', custom: true }, 'attributes/redirect_uri', 'blank'],
    ['a redirect URI that is no address', { kind: 'webapp', redirect_uri: 'nonsense' }, 'attributes/redirect_uri'],
  ];
  for (const [what, attributes, at, rule] of faults) {
    await test(`${what} is refused`, () => invalid(() => create(attributes), at, rule));
  }

  await test('a bound that is missed is told with its value', async () => {
    const { errors } = await invalid(() => create({ expires_in: 7199 }), 'attributes/expires_in');
    has(errors[0].meta, { error: 'greater_than_or_equal_to', value: 7199, count: 7200 });
  });

  await test('all faults of a request are told at once', async () => {
    const { errors } = await invalid(() => create({ name: '', expires_in: 1, mode: 'x' }), 'attributes/name');
    assert.deepEqual(errors.map((error) => error.source.pointer.split('/').at(-1)).sort(), ['expires_in', 'mode', 'name']);
  });

  await test("another organization's role is refused", async () => {
    const other = await keyledger.organization('Other roles');
    await invalid(() => create({ kind: 'integration', role: toOne('roles', other.admin.id) }), 'relationships/role');
  });

  for (const attributes of [{ client_id: 'mine' }, { client_secret: 'mine' }, { confidential: true }, { colour: 'red' }]) {
    await test(`${Object.keys(attributes)} cannot be set`, () => refused(() => create(attributes), 400, 'PARAM_NOT_ALLOWED'));
  }

  for (const attributes of [{ kind: 'webapp' }, { mode: 'live' }, { custom: true }]) {
    await test(`${Object.keys(attributes)} is fixed at creation`, async () => {
      const { id } = await create();
      await refused(() => credentials.update({ id, ...attributes }), 400, 'PARAM_NOT_ALLOWED');
    });
  }

  await test('live mode and a null lifetime are taken', async () => {
    const created = await create({ mode: 'live', expires_in: null });
    has(created, { mode: 'live', expires_in: 14400 });
    assert.match(created.client_secret, /^klsec_live_/);
  });

  await test('"true" in quotes counts as true', async () => {
    has(await create({ kind: 'orders', custom: 'true', redirect_uri }), { custom: true });
  });

  await test('everything that may change changes, and the client id does not', async () => {
    const created = await create({ kind: 'integration', role });
    const changes = {
      id: created.id, name: 'New', redirect_uri, expires_in: 31536000, reference: 'E-1', reference_origin: 'erp', metadata: { a: { b: 1 } },
    };
    const updated = await credentials.update({ ...changes, role: toOne('roles', readOnly.id) });
    has(updated, { ...changes, client_id: created.client_id });
    has(await credentials.retrieve(created.id), changes);
    assert.equal((await credentials.role(created.id)).id, readOnly.id);
    has(await credentials.update({ id: created.id, redirect_uri: null, reference: null }), { redirect_uri: null, reference: null });
  });

  await test('what is left out of an update stays', async () => {
    const { id } = await create({ reference: 'keep', expires_in: 9000 });
    has(await credentials.update({ id, name: 'Only this' }), { name: 'Only this', reference: 'keep', expires_in: 9000 });
  });

  await test('an integration keeps its role', async () => {
    const { id } = await create({ kind: 'integration', role });
    await invalid(() => credentials.update({ id, role: client.roles.relationship(null) }), 'relationships/role');
  });

  await test('an update is checked as a creation is', async () => {
    const { id } = await create();
    await invalid(() => credentials.update({ id, name: '' }), 'attributes/name', 'blank');
    await invalid(() => credentials.update({ id, expires_in: 31536001 }), 'attributes/expires_in', 'less_than_or_equal_to');
  });

  await test('the related organization and role are read', async () => {
    const integration = await create({ kind: 'integration', role });
    assert.equal((await credentials.organization(integration)).id, organization.id);
    assert.equal((await credentials.role(integration)).kind, 'admin');
    assert.equal(await credentials.role(await create()), null);
  });

  await test('the system apps are shown and never changed', async () => {
    const system = await client.organizations.api_credentials(organization.id, { filters: { kind_eq: 'resources' } });
    assert.deepEqual(Array.from(system, ({ mode }) => mode).sort(), ['live', 'test']);
    const { id } = system[0];
    await refused(() => credentials.update({ id, name: 'Mine' }), 403, 'SYSTEM_APP');
    await refused(() => credentials.delete(id), 403, 'SYSTEM_APP');
    await refused(() => create({ kind: 'resources' }), 403, 'SYSTEM_APP');
  });

  await test('an unknown app is not found', async () => {
    await notFound(() => credentials.retrieve('nnnnnnnnnn'));
    await notFound(() => credentials.update({ id: 'nnnnnnnnnn', name: 'x' }));
    await notFound(() => credentials.delete('nnnnnnnnnn'));
    await notFound(() => credentials.organization('nnnnnnnnnn'));
  });
}
