import assert from 'node:assert/strict';
import { refused } from '../lib/expect.js';
import { test } from '../lib/runner.js';

const seeds = {
  A: { name: 'Alpha store', kind: 'sales_channel', mode: 'test', expires_in: 7200, reference: 'ERP-1', metadata: { tier: 'gold', shop: { country: 'IT', vat: true } } },
  B: { name: 'Beta store', kind: 'sales_channel', mode: 'live', expires_in: 14400, reference: 'ERP-2', metadata: { tier: 'silver', shop: { country: 'FR' } } },
  C: { name: 'Gamma sync', kind: 'integration', mode: 'test', expires_in: 86400, metadata: { tier: 'gold' } },
  D: { name: 'Delta sync', kind: 'integration', mode: 'live', expires_in: 31536000, reference: 'WMS-1' },
  E: { name: 'alpha echo', kind: 'webapp', mode: 'test', expires_in: 7200, redirect_uri: 'https://echo.example/callback' },
};

/** Filter → the seeds it finds. Each of the 51 predicates stands here at least once. */
const finds = [
  [{ name_eq: 'Alpha store' }, 'A'],
  [{ expires_in_eq: 7200 }, 'AE'],
  [{ reference_eq_or_null: 'ERP-1' }, 'ACE'],
  [{ name_not_eq: 'Alpha store' }, 'BCDE'],
  [{ reference_not_eq: 'ERP-1' }, 'BD'],
  [{ reference_not_eq_or_null: 'ERP-1' }, 'BCDE'],
  [{ name_not_eq_all: ['Alpha store', 'Beta store'] }, 'CDE'],
  [{ name_in: ['Alpha store', 'Delta sync', 'none'] }, 'AD'],
  [{ expires_in_in: [7200, 86400] }, 'ACE'],
  [{ reference_in_or_null: 'ERP-1,WMS-1' }, 'ACDE'],
  [{ name_not_in: ['Alpha store', 'Delta sync'] }, 'BCE'],
  [{ reference_not_in_or_null: ['ERP-1'] }, 'BCDE'],
  [{ expires_in_lt: 14400 }, 'AE'],
  [{ expires_in_lteq: 14400 }, 'ABE'],
  [{ expires_in_gt: 14400 }, 'CD'],
  [{ expires_in_gteq: 86400 }, 'CD'],
  [{ expires_in_lt_any: [100, 14400] }, 'AE'],
  [{ expires_in_lteq_any: [100, 14400] }, 'ABE'],
  [{ expires_in_gt_any: [86399, 31536000] }, 'CD'],
  [{ expires_in_gteq_any: [86400, 31536000] }, 'CD'],
  [{ expires_in_lt_all: [14400, 86400] }, 'AE'],
  [{ expires_in_lteq_all: [14400, 86400] }, 'ABE'],
  [{ expires_in_gt_all: [7200, 14400] }, 'CD'],
  [{ expires_in_gteq_all: [14400, 86400] }, 'CD'],
  [{ name_matches: '%a store' }, 'AB'],
  [{ name_matches: '_eta%' }, 'B'],
  [{ name_does_not_match: '%STORE' }, 'CDE'],
  [{ name_matches_any: ['alpha%', '%sync'] }, 'ACDE'],
  [{ name_matches_all: ['alpha%', '%echo'] }, 'E'],
  [{ name_does_not_match_any: ['alpha%', '%store'] }, 'BCDE'],
  [{ name_does_not_match_all: ['alpha%', '%store'] }, 'CD'],
  [{ name_start: 'alpha' }, 'AE'],
  [{ name_not_start: 'alpha' }, 'BCD'],
  [{ name_end: 'store' }, 'AB'],
  [{ name_not_end: 'store' }, 'CDE'],
  [{ name_cont: 'TA' }, 'BD'],
  [{ name_cont: '%' }, ''],
  [{ name_not_cont: 'ta' }, 'ACE'],
  [{ name_start_any: ['alpha', 'beta'] }, 'ABE'],
  [{ name_start_all: ['a', 'alpha'] }, 'AE'],
  [{ name_not_start_any: ['alpha', 'beta'] }, 'ABCDE'],
  [{ name_not_start_all: ['alpha', 'beta'] }, 'CD'],
  [{ name_end_any: ['store', 'sync'] }, 'ABCD'],
  [{ name_end_all: ['store', 'a store'] }, 'AB'],
  [{ name_not_end_any: ['store', 'a store'] }, 'CDE'],
  [{ name_not_end_all: ['store', 'sync'] }, 'E'],
  [{ name_cont_any: ['ta', 'mm'] }, 'BCD'],
  [{ name_cont_all: ['ta', 'store'] }, 'B'],
  [{ name_not_cont_all: ['ta', 'mm'] }, 'AE'],
  [{ reference_present: true }, 'ABD'],
  [{ reference_present: false }, 'CE'],
  [{ reference_blank: true }, 'CE'],
  [{ reference_null: true }, 'CE'],
  [{ reference_null: false }, 'ABD'],
  [{ reference_not_null: true }, 'ABD'],
  [{ confidential_true: true }, 'CDE'],
  [{ confidential_false: true }, 'AB'],
  [{ metadata_jcont: { tier: 'gold' } }, 'AC'],
  [{ metadata_jcont: { shop: { country: 'FR' } } }, 'B'],
  // attribute names: joined, longest reading first, through a relationship
  [{ name_or_reference_cont: 'wms' }, 'D'],
  [{ name_or_reference_origin_cont: 'alpha' }, 'AE'],
  [{ role_kind_eq: 'admin' }, 'CD'],
  [{ role_name_or_name_eq: 'Beta store' }, 'B'],
  [{ redirect_uri_cont: 'echo.example' }, 'E'],
  [{ kind_in: ['webapp', 'integration'] }, 'CDE'],
  // values: dates in both forms, several filters at once
  [{ created_at_gteq: '2018-01-01' }, 'ABCDE'],
  [{ created_at_lt: '2018-01-01T00:00:00.000Z' }, ''],
  [{ mode_eq: 'test', name_cont: 'a' }, 'ACE'],
  [{ name_eq: 'Alpha store, the second' }, ''],
];

const refusals = [
  [{ colour_eq: 'red' }, ['FILTER_NOT_ALLOWED', 'INVALID_FILTERS_SYNTAX']],
  [{ client_secret_eq: 'x' }, ['FILTER_NOT_ALLOWED', 'INVALID_FILTERS_SYNTAX']],
  [{ name_resembles: 'x' }, ['FILTER_NOT_ALLOWED', 'INVALID_FILTERS_SYNTAX']],
  [{ expires_in_gt: 'many' }, ['INVALID_FILTER_VALUE']],
  [{ created_at_gt: 'yesterday' }, ['INVALID_FILTER_VALUE']],
];

export default async function filters(keyledger) {
  const { client, organization, admin } = await keyledger.organization('Filters');
  const names = {};
  for (const [letter, seed] of Object.entries(seeds)) {
    await client.api_credentials.create({ organization, ...seed, role: seed.kind === 'integration' ? admin : undefined });
    names[letter] = seed.name;
  }
  const own = { organization_id_eq: organization.id, kind_not_eq: 'resources' };

  for (const [filter, letters] of finds) {
    await test(`${JSON.stringify(filter)} finds ${[...letters].join(' ') || 'nothing'}`, async () => {
      const found = await client.api_credentials.list({ filters: { ...own, ...filter } });
      const expected = [...letters].map((letter) => names[letter]);
      assert.deepEqual(Array.from(found, ({ name }) => name).sort(), expected.sort());
      assert.equal(found.recordCount, expected.length);
    });
  }

  for (const [filter, codes] of refusals) {
    await test(`${JSON.stringify(filter)} is refused`, async () => {
      const error = await client.api_credentials.list({ filters: filter }).then(() => assert.fail('accepted'), (reason) => reason);
      assert.equal(error.status, 400);
      assert.ok(codes.includes(error.first().code), error.first().code);
    });
  }

  await test('a related list is filtered the same way', async () => {
    const found = await client.organizations.api_credentials(organization.id, { filters: { name_start: 'alpha', mode_eq: 'test' } });
    assert.deepEqual(Array.from(found, ({ name }) => name).sort(), ['Alpha store', 'alpha echo']);
  });

  await test('an organization is found through what it owns', async () => {
    const found = await client.organizations.list({ filters: { id_eq: organization.id, api_credentials_name_eq: 'Gamma sync' } });
    assert.deepEqual(Array.from(found, ({ id }) => id), [organization.id]);
  });

  await test('plain brackets in the address are understood', async () => {
    const { document } = await keyledger.request('GET', `/api_credentials?filter[q][organization_id_eq]=${organization.id}&filter[q][name_eq]=Beta+store`);
    assert.equal(document.meta.record_count, 1);
  });

  await test('an unreadable filter is refused', async () => {
    await refused(() => client.api_credentials.list({}, { params: { 'filter[name]': 'x' } }), 400, 'INVALID_FILTERS_SYNTAX');
  });
}
