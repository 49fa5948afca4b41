import assert from 'node:assert/strict';
import { has, notFound, refused } from '../lib/expect.js';
import { toOne, unique } from '../lib/keyledger.js';
import { test } from '../lib/runner.js';

/** How somebody who was no user yet becomes one, and later the owner. */
export default async function newcomers(keyledger) {
  const { client, organization, admin, readOnly } = await keyledger.organization('Newcomers');
  const user_email = `${unique('grace').replace(' ', '.')}@example.com`;
  const role = toOne('roles', readOnly.id);
  const reader = client.addRawResponseReader({ headers: true });
  const invited = await client.memberships.create({ user_email, organization, role });
  const { activation_url: link } = reader.rawResponse.meta;
  client.removeRawResponseReader();
  let grace;
  let graceToken;

  await test('an invitation answers with a link that is shown once', async () => {
    assert.ok(link.startsWith(`${new URL(keyledger.api).origin}/`), link);
    const { document } = await keyledger.request('GET', `/memberships/${invited.id}`);
    assert.ok(!JSON.stringify(document).includes('activate'));
  });

  await test('the link makes a user with credentials of his own', async () => {
    assert.equal((await fetch(link)).status, 200);
    has(await client.memberships.retrieve(invited.id), { status: 'pending' });
    const page = await open(link);
    const shown = (id) => page.match(new RegExp(`id="${id}">([^<]+)<`))[1];
    const { accessToken } = await keyledger.authenticate({ clientId: shown('client_id'), clientSecret: shown('client_secret') });
    graceToken = accessToken;
    grace = await keyledger.client(accessToken);
    has(await grace.user.retrieve(), { email: user_email });
    has(await client.memberships.retrieve(invited.id), { status: 'active', owner: false });
  });

  await test('the link works once', async () => {
    assert.match(await open(link, 404), /unknown/);
  });

  await test('the new user sees his organization and no other', async () => {
    assert.deepEqual(Array.from(await grace.organizations.list(), ({ id }) => id), [organization.id]);
    await notFound(() => grace.organizations.retrieve(keyledger.organizationId));
    await refused(() => grace.api_credentials.create({ name: 'x', kind: 'sales_channel', organization }), 403, 'FORBIDDEN');
  });

  await test('a user who is invited elsewhere accepts with a token of his own', async () => {
    const other = await keyledger.organization('Elsewhere');
    const elsewhere = client.addRawResponseReader({ headers: true });
    const membership = await client.memberships.create({ user_email, organization: other.organization, role: toOne('roles', other.admin.id) });
    const { activation_url } = elsewhere.rawResponse.meta;
    client.removeRawResponseReader();
    has(membership, { status: 'pending' });
    await notFound(() => grace.organizations.retrieve(other.organization.id));
    const { origin, pathname, searchParams } = new URL(activation_url);
    const answer = await fetch(origin + pathname, { method: 'POST', body: searchParams, headers: { authorization: `Bearer ${graceToken}` } });
    assert.equal(answer.status, 200);
    has(await client.memberships.retrieve(membership.id), { status: 'active' });
    has(await grace.organizations.retrieve(other.organization.id), { id: other.organization.id });
    const app = await grace.api_credentials.create({ name: 'By a member', kind: 'sales_channel', organization: other.organization });
    await grace.api_credentials.delete(app.id);
  });

  await test('only the owner hands the organization over', async () => {
    const handOver = (api) => api.organizations.transfer_ownership(organization.id, {
      id: organization.id, type: 'organizations', new_owner_email: user_email,
    });
    await refused(() => handOver(grace), 403, 'FORBIDDEN');
    await refused(() => handOver(client), 422, 'VALIDATION_ERROR'); // no admin yet
    await client.memberships.update({ id: invited.id, role: toOne('roles', admin.id) });
    assert.equal(await handOver(client), undefined);
    has(await client.memberships.retrieve(invited.id), { owner: true });
    assert.equal((await client.memberships.role(invited.id)).kind, 'admin');
    const owners = await client.organizations.memberships(organization.id, { filters: { owner_true: true } });
    assert.deepEqual(Array.from(owners, ({ id }) => id), [invited.id]);
  });

  await test('a member who owns nothing any more may leave', async () => {
    const [own] = await client.organizations.memberships(organization.id, { filters: { owner_false: true } });
    await client.memberships.delete(own.id);
    await notFound(() => client.organizations.retrieve(organization.id));
  });
}

/** Presses the button of the page behind the link. */
async function open(link, status = 200) {
  const { origin, pathname, searchParams } = new URL(link);
  const answer = await fetch(origin + pathname, { method: 'POST', body: searchParams });
  assert.equal(answer.status, status);
  return answer.text();
}
