import assert from 'node:assert/strict';

/** The call is refused by the API with this status and code; `at` is the end of the pointer, `rule` is meta.error. */
export async function refused(call, status, code, { at, rule } = {}) {
  const error = await Promise.resolve().then(call).then(
    () => assert.fail(`accepted, but ${status} ${code} was due`),
    (reason) => reason,
  );
  if (error.name !== 'ApiError') throw error;
  assert.equal(error.status, status, JSON.stringify(error.errors));
  const found = error.errors.find((member) => member.code === code && (!at || member.source?.pointer === `/data/${at}`));
  assert.ok(found, `no ${code}${at ? ` at ${at}` : ''} among ${JSON.stringify(error.errors)}`);
  assert.equal(found.status, String(status));
  assert.equal(typeof found.title, 'string');
  assert.equal(typeof found.detail, 'string');
  if (rule) assert.equal(found.meta?.error, rule);
  return error;
}

export const invalid = (call, at, rule) => refused(call, 422, 'VALIDATION_ERROR', { at, rule });

export const notFound = (call) => refused(call, 404, 'RECORD_NOT_FOUND');

export const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** What every resource carries. */
export function resource(actual, type) {
  assert.equal(actual.type, type);
  assert.match(actual.id, /^[A-Za-z0-9]{10}$/);
  assert.match(actual.created_at, instant);
  assert.match(actual.updated_at, instant);
}

/** The named attributes have these values; others may stand beside them. */
export function has(actual, expected) {
  const picked = Object.fromEntries(Object.keys(expected).map((key) => [key, actual[key]]));
  assert.deepEqual(picked, expected);
}
