const counts = { passed: 0, failed: 0 };

/** Runs one named check now; a failure is told and counted, and does not stop the rest. */
export async function test(name, check) {
  try {
    await check();
    counts.passed++;
    console.log(`  ok      ${name}`);
  } catch (error) {
    counts.failed++;
    console.log(`  FAILED  ${name}\n${describe(error)}`);
  }
}

function describe(error) {
  const answered = error.errors?.length ? `\nanswered ${error.status}: ${JSON.stringify(error.errors)}` : '';
  return `${error.stack ?? error}${answered}`.replace(/^/gm, '          ');
}

/** The closing line; the exit status is 1 unless something ran and nothing failed. */
export function close() {
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  return counts.passed > 0 && counts.failed === 0 ? 0 : 1;
}
