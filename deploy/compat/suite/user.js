import assert from 'node:assert/strict';
import { has, invalid, refused, resource } from '../lib/expect.js';
import { test } from '../lib/runner.js';

export default async function user(keyledger) {
  const client = await keyledger.client();
  const before = await client.user.retrieve();

  await test('the user is whoever the token belongs to', async () => {
    resource(before, 'users');
    has(before, { otp_required_for_login: false });
    assert.match(before.email, /@/);
  });

  await test('the user is changed', async () => {
    const changes = { first_name: 'Ada', last_name: 'Lovelace', time_zone: 'Europe/Copenhagen', metadata: { a: 1 } };
    has(await client.user.update(changes), { ...changes, email: before.email });
    has(await client.user.retrieve(), changes);
  });

  await test('only the named fields are sent', async () => {
    assert.deepEqual(Object.keys(await client.user.retrieve({ fields: ['email'] })).sort(), ['email', 'id', 'type']);
  });

  await test('a blank e-mail is refused', () => invalid(() => client.user.update({ email: '' }), 'attributes/email'));

  await test('read-only attributes are refused', () => refused(
    () => client.user.update({ otp_required_for_login: true }), 400, 'PARAM_NOT_ALLOWED'));

  await test('a user is not made, and an owner hands over before they end themselves', async () => {
    const body = { data: { type: 'users', attributes: { email: 'x@example.com' } } };
    assert.equal((await keyledger.request('POST', '/user', { body })).status, 405);
    assert.equal((await keyledger.request('DELETE', '/user')).status, 423);
  });
}
