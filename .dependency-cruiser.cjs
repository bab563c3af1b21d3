// Who may import whom. tests/laws/imports.test.ts runs these rules and plants faults to see them caught.

/** The journey: a slice imports only slices before it. `home` and `casework` compose what the slices before them show. */
const order = [
  ...['audit', 'access', 'identity', 'messaging', 'task', 'eligibility', 'directory', 'consent', 'matching'],
  ...['assessment', 'plan', 'appointment', 'invitation', 'registration', 'referral', 'home', 'casework'],
  ...['desk', 'region', 'employer', 'reporting', 'holds'],
]

const tests = '(\\.test\\.tsx?$|/testing/)'
const domain = 'domain(/|\\.ts$)'
const store = '(^|/)(store|[a-z-]+-store)\\.tsx?$|/store/'
const testTools = 'node_modules/(vitest|fast-check|axe-core|playwright-core)/'

/** One rule a slice: what comes after it is closed to it. The last has nothing after it. */
const forwardOnly = order.slice(0, -1).map((slice, place) => ({
  name: 'slices-in-order',
  comment: `${slice} imports only the slices before it.`,
  severity: 'error',
  from: { path: `^src/features/${slice}/` },
  to: { path: `^src/features/(${order.slice(place + 1).join('|')})/` },
}))

const forbidden = [
  { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  {
    name: 'kernel-alone',
    comment: 'The vocabulary is pure: it imports nothing but itself, not even Node.',
    severity: 'error',
    from: { path: '^src/kernel/', pathNot: tests },
    to: { pathNot: '^src/kernel/' },
  },
  {
    name: 'kernel-tests-alone',
    severity: 'error',
    from: { path: `^src/kernel/.*${tests}` },
    to: { pathNot: `^src/kernel/|${testTools}` },
  },
  {
    name: 'domain-alone',
    comment: 'Rules of a slice are pure: they import the kernel and themselves.',
    severity: 'error',
    from: { path: `^src/features/([^/]+)/${domain}`, pathNot: tests },
    to: { pathNot: `^src/kernel/|^src/features/$1/${domain}` },
  },
  {
    name: 'platform-knows-no-feature',
    severity: 'error',
    from: { path: '^src/platform/' },
    to: { path: '^src/(features|ui)/' },
  },
  {
    name: 'ui-knows-no-feature',
    severity: 'error',
    from: { path: '^src/ui/' },
    to: { path: '^src/(features|platform)/' },
  },
  {
    name: 'slices-meet-at-their-doors',
    severity: 'error',
    from: { path: '^src/features/([^/]+)/' },
    to: { path: '^src/features/[^/]+/(?!index\\.ts$)', pathNot: '^src/features/$1/' },
  },
  {
    name: 'main-enters-by-the-doors',
    severity: 'error',
    from: { path: '^src/main/', pathNot: tests },
    to: { path: '^src/features/[^/]+/(?!index\\.ts$)' },
  },
  {
    name: 'slices-known',
    comment: 'A new slice takes its place in the order before it imports anything.',
    severity: 'error',
    from: { path: '^src/features/', pathNot: `^src/features/(${order.join('|')})/` },
    to: {},
  },
  {
    name: 'sql-in-stores',
    comment: 'Tables are named in stores only; tests look behind them.',
    severity: 'error',
    from: { path: '^src/', pathNot: `^src/platform/|${store}|${tests}` },
    to: { path: 'node_modules/kysely/' },
  },
  {
    name: 'connections-in-platform',
    comment: 'A slice is given its connection; who composes may open one.',
    severity: 'error',
    from: { path: '^src/', pathNot: `^src/(platform|main)/|${tests}` },
    to: { path: 'node_modules/(pg|pg-boss)/' },
  },
  {
    name: 'stores-know-no-pages',
    severity: 'error',
    from: { path: `^src/features/.*(${store})`, pathNot: tests },
    to: { path: '^src/features/[^/]+/((commands|queries|api|web|jobs)/|(commands|queries|api|jobs)\\.tsx?$)|^src/ui/' },
  },
  {
    name: 'nobody-imports-main',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/main/' },
    to: { path: '^src/main/' },
  },
  {
    name: 'service-needs-no-tests',
    comment: 'What runs in production imports no test, no tool of the workshop and no development package.',
    severity: 'error',
    from: { path: '^src/', pathNot: tests },
    to: { path: `${tests}|^(tests|tools)/` },
  },
  {
    name: 'service-needs-no-dev-package',
    severity: 'error',
    from: { path: '^src/', pathNot: tests },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
  },
  ...forwardOnly,
]

module.exports = {
  forbidden,
  options: {
    tsPreCompilationDeps: true, // an `import type` binds two modules as much as an import does
    doNotFollow: { path: '(^|/)node_modules/|^(tests|tools)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
}
