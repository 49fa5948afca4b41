import assert from 'node:assert/strict';
import { has, refused } from '../lib/expect.js';
import { test } from '../lib/runner.js';

/** Pages, order, includes and sparse fields, on one organization with thirteen apps of its own. */
export default async function lists(keyledger) {
  const { client, organization, admin, slug } = await keyledger.organization('Lists');
  const credentials = client.api_credentials;
  for (let number = 1; number <= 13; number++) {
    const given = number % 2 ? { kind: 'sales_channel', mode: 'test' } : { kind: 'integration', mode: 'live', role: admin };
    await credentials.create({ name: `App ${number}`, reference: `R${String(100 - number)}`, organization, ...given });
  }
  const filters = { organization_id_eq: organization.id, kind_not_eq: 'resources' };
  const named = (list) => Array.from(list, ({ name }) => Number(name.slice(4)));
  const range = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

  await test('a list has pages of ten in order of creation', async () => {
    const first = await credentials.list({ filters });
    assert.deepEqual(named(first), range(1, 10));
    has(first.meta, { recordCount: 13, pageCount: 2, currentPage: 1 });
    assert.deepEqual([first.hasNextPage(), first.hasPrevPage()], [true, false]);
    const second = await credentials.list({ filters, pageNumber: 2 });
    assert.deepEqual(named(second), range(11, 13));
    assert.deepEqual([second.hasNextPage(), second.hasPrevPage()], [false, true]);
  });

  await test('a page holds up to 25', async () => {
    assert.equal((await credentials.list({ filters, pageSize: 25 })).length, 13);
    assert.deepEqual(named(await credentials.list({ filters, pageSize: 5, pageNumber: 3 })), range(11, 13));
    assert.equal((await credentials.list({ filters, pageNumber: 9 })).length, 0);
  });

  for (const params of [{ pageSize: 26 }, { pageSize: -1 }, { pageNumber: -1 }, { pageNumber: 'x' }]) {
    await test(`${JSON.stringify(params)} is refused`, () => refused(() => credentials.list(params), 400, 'INVALID_PAGE_VALUE'));
  }

  await test('records are counted without being read', async () => {
    assert.equal(await credentials.count(filters), 13);
    assert.equal(await credentials.count({ filters: { ...filters, mode_eq: 'live' } }), 6);
  });

  await test('links lead through the pages and keep the other parameters', async () => {
    const { document } = await keyledger.request('GET', `/api_credentials?page[size]=5&page[number]=2&sort=-reference&filter[q][organization_id_eq]=${organization.id}`);
    assert.deepEqual(Object.keys(document.links).sort(), ['first', 'last', 'next', 'prev']);
    const next = new URL(document.links.next);
    assert.equal(next.searchParams.get('page[number]'), '3');
    assert.equal(next.searchParams.get('sort'), '-reference');
    assert.equal(next.searchParams.get('filter[q][organization_id_eq]'), organization.id);
    const { document: last } = await keyledger.request('GET', `/api_credentials?page[number]=2&filter[q][organization_id_eq]=${organization.id}`);
    assert.ok(!('next' in last.links) && 'prev' in last.links);
  });

  await test('a path may end in a slash', async () => {
    assert.equal((await keyledger.request('GET', '/api_credentials/')).status, 200);
  });

  await test('lists are sorted by one key or several, both ways', async () => {
    assert.deepEqual(named(await credentials.list({ filters, sort: ['-created_at'], pageSize: 3 })), [13, 12, 11]);
    assert.deepEqual(named(await credentials.list({ filters, sort: { reference: 'asc' }, pageSize: 3 })), [13, 12, 11]);
    assert.deepEqual(named(await credentials.list({ filters, sort: ['mode', '-created_at'], pageSize: 7 })), [12, 10, 8, 6, 4, 2, 13]);
  });

  await test('only sortable names sort', async () => {
    await refused(() => credentials.list({ sort: ['name'] }), 400, 'INVALID_SORT_CRITERIA');
    await refused(() => credentials.list({ sort: ['colour'] }), 400, 'INVALID_SORT_CRITERIA');
  });

  await test('a relationship is there only when it is included', async () => {
    const [bare] = await credentials.list({ filters, pageSize: 1 });
    assert.ok(!('organization' in bare) && !('role' in bare));
    const [, full] = await credentials.list({ filters, pageSize: 2, include: ['organization', 'role'] });
    assert.deepEqual([full.organization.slug, full.role.kind], [slug, 'admin']);
  });

  await test('an empty relationship is included as null', async () => {
    const [salesChannel] = await credentials.list({ filters, pageSize: 1, include: ['role'] });
    assert.equal(salesChannel.role, null);
  });

  await test('includes go deeper, on reads and on writes', async () => {
    const [, app] = await credentials.list({ filters, pageSize: 2, include: ['organization.roles'] });
    assert.deepEqual(app.organization.roles.map(({ kind }) => kind).sort(), ['admin', 'read_only']);
    const updated = await credentials.update({ id: app.id, name: app.name, expires_in: 9000 }, { include: ['role'] });
    assert.equal(updated.role.kind, 'admin');
    const created = await credentials.create({ name: 'App 14', kind: 'sales_channel', organization }, { include: ['organization'] });
    assert.equal(created.organization.slug, slug);
    await credentials.delete(created.id);
  });

  await test('to-many relationships are included', async () => {
    const read = await client.organizations.retrieve(organization.id, { include: ['memberships', 'roles', 'api_credentials'] });
    assert.equal(read.memberships.length, 1);
    assert.equal(read.roles.length, 2);
    assert.equal(read.api_credentials.length, 15);
  });

  await test('an unknown relationship is refused', () => refused(() => credentials.list({ include: ['colour'] }), 400, 'INVALID_INCLUDE'));

  await test('only the named fields are sent', async () => {
    const [app] = await credentials.list({ filters, pageSize: 1, fields: ['name', 'kind'] });
    assert.deepEqual(Object.keys(app).sort(), ['id', 'kind', 'name', 'type']);
    const [, narrow] = await credentials.list({
      filters, pageSize: 2, include: ['organization', 'role'], fields: { api_credentials: ['name', 'organization'], organizations: ['slug'] },
    });
    assert.deepEqual(Object.keys(narrow).sort(), ['id', 'name', 'organization', 'type']);
    assert.deepEqual(narrow.organization, { id: organization.id, type: 'organizations', slug });
  });

  await test('an unknown field is refused', () => refused(() => credentials.list({ fields: ['colour'] }), 400, 'INVALID_FIELD'));
}
