import { expect, test } from 'vitest'
import { compile, type Condition } from '#kernel/rule.ts'
import { withDerived, type Profile } from '#kernel/profile.ts'
import { buildPlan } from './build.ts'
import { noEdits, type Edits, type Rules, type StepRule } from './rules.ts'

const today = '2026-11-23'
const all = ['pr', 'student', 'worker', 'asylum', 'none']
const aStep = (id: string, part: Partial<StepRule> & { statuses?: ReadonlySet<string> } = {}): StepRule => ({
  id,
  domain: 'essentials',
  priority: 'normal',
  when: { anchor: 'arrival', fromDay: 0, toDay: 30, hardDeadline: false },
  ownNotice: false,
  prerequisites: [],
  statuses: new Set(all),
  unclear: false,
  isFor: compile(null),
  compartment: false,
  ...part,
})
const rulesOf = (steps: StepRule[], trigger: Condition | null = null): Rules => ({
  needs: [
    {
      id: 'need',
      domain: 'essentials',
      priority: 2,
      steps: steps.map((step) => step.id),
      compartment: false,
      isRaised: compile(trigger),
      isSettled: () => ({ truth: 'no', because: [], missing: [] }),
    },
  ],
  steps: new Map(steps.map((step) => [step.id, step])),
  statusCount: all.length,
})
const plan = (rules: Rules, profile: Profile, done: string[] = [], edits: Partial<Edits> = {}) =>
  buildPlan(rules, withDerived(profile, today), today, { ...noEdits, done: new Set(done), ...edits })
const arrived = { arrival_date: '2026-11-10', where: 'quebec', status: 'pr' }

test('at most five things to do now, and none of them waits for another', () => {
  const chain = [...'abcdefgh'].map((id, index, ids) => aStep(id, { prerequisites: index === 1 ? [ids[0] ?? ''] : [] }))
  const made = plan(rulesOf(chain), arrived)
  expect(made.doNow.map((step) => step.id)).toEqual(['a', 'c', 'd', 'e', 'f'])
  expect(made.later.flatMap((group) => group.steps.map((step) => step.id))).toEqual(['b', 'g', 'h'])
})

test('a prerequisite that is done holds nothing back', () => {
  const made = plan(rulesOf([aStep('a'), aStep('b', { prerequisites: ['a'] })]), arrived, ['a'])
  expect(made.doNow.map((step) => step.id)).toEqual(['b'])
  expect(made.done).toEqual(['a'])
})

test('what was told as done is not asked again', () => {
  expect(
    plan(rulesOf([aStep('sin'), aStep('other')]), { ...arrived, done_already: ['sin'] }).doNow.map((step) => step.id),
  ).toEqual(['other'])
})

test('a step for others is left out; with no status said, only what is open to nearly all stays, to check', () => {
  const rules = rulesOf([
    aStep('few', { statuses: new Set(['asylum']) }),
    aStep('most', { statuses: new Set(['pr', 'student', 'worker', 'asylum']) }),
  ])
  expect(plan(rules, { ...arrived, status: 'student' }).doNow.map((step) => step.id)).toEqual(['most'])
  expect(plan(rules, { ...arrived, status: 'not_say' }).doNow.map(({ id, certain }) => ({ id, certain }))).toEqual([
    { id: 'most', certain: false },
  ])
})

test('a condition nobody answered shows the step to check; a no hides it', () => {
  const rules = rulesOf([
    aStep('children', { isFor: compile({ q: 'household', op: 'includes_any', v: ['children'] }) }),
  ])
  expect(plan(rules, arrived).doNow[0]).toMatchObject({ id: 'children', certain: false })
  expect(plan(rules, { ...arrived, household: ['alone'] }).doNow).toEqual([])
})

test('a hard deadline within thirty days comes before what is merely early in the alphabet', () => {
  const deadline = aStep('z', { when: { anchor: 'permit_expiry', fromDay: -150, toDay: 0, hardDeadline: true } })
  expect(
    plan(rulesOf([aStep('a'), deadline]), { ...arrived, permit_expiry: '2026-12-15' }).doNow.map((step) => step.id),
  ).toEqual(['z', 'a'])
})

test('a date on someone’s own letter is never computed', () => {
  const made = plan(rulesOf([aStep('letter', { ownNotice: true })]), arrived)
  expect(made.doNow[0]?.timing).toEqual({ kind: 'now' })
})

test('a missed hard deadline is late, not forgotten', () => {
  const made = plan(rulesOf([aStep('card', { when: { anchor: 'pr', fromDay: 0, toDay: 180, hardDeadline: true } })]), {
    ...arrived,
    status: 'pr_economic',
    arrival_date: '2026-01-01',
  })
  expect(made.needIds).toEqual(['need'])
  expect(
    plan(
      rulesOf([
        aStep('card', {
          statuses: new Set(['pr_economic']),
          when: { anchor: 'pr', fromDay: 0, toDay: 180, hardDeadline: true },
        }),
      ]),
      { ...arrived, status: 'pr_economic', arrival_date: '2026-01-01' },
    ).doNow[0],
  ).toMatchObject({ id: 'card', late: true })
})

test('before the arrival its steps are dated from it, and wait', () => {
  const made = plan(
    rulesOf([aStep('desk', { when: { anchor: 'arrival', fromDay: 0, toDay: 0, hardDeadline: false } })]),
    { where: 'abroad', arrival_date: '2027-02-01', status: 'pr' },
  )
  expect(made.later).toMatchObject([
    { window: 'three-months', steps: [{ id: 'desk', timing: { from: '2027-02-01' } }] },
  ])
})

test('a first tax return is due the spring after the year of arrival', () => {
  const tax = aStep('tax', { when: { anchor: 'tax_year', fromDay: 60, toDay: 119, hardDeadline: true } })
  expect(plan(rulesOf([tax]), arrived).later[0]?.steps[0]?.timing).toMatchObject({
    from: '2027-03-02',
    to: '2027-04-30',
  })
})

test('a step put away leaves the plan and can be found again; one added by hand stands whatever the rules say', () => {
  const rules = rulesOf([aStep('a'), aStep('few', { statuses: new Set(['asylum']) })])
  expect(plan(rules, arrived, [], { put: new Set(['a']) })).toMatchObject({ doNow: [], put: ['a'] })
  const added = plan(rules, arrived, [], { added: new Set(['few']) })
  expect(added.doNow.map(({ id, certain }) => ({ id, certain }))).toContainEqual({ id: 'few', certain: true })
})

test('a step that the library has lost is left out, whatever the plan kept of it', () => {
  expect(plan(rulesOf([aStep('a')]), arrived, ['gone'], { added: new Set(['gone']) }).done).toEqual([])
  expect(
    plan(rulesOf([aStep('a')]), arrived, [], { added: new Set(['gone']), put: new Set(['gone']) }).doNow,
  ).toHaveLength(1)
})

test('the date of one’s own letter is shown, and is late once it has passed', () => {
  const rules = rulesOf([
    aStep('letter', { ownNotice: true, when: { anchor: 'claim', fromDay: 0, toDay: 15, hardDeadline: true } }),
  ])
  const dated = (day: string) => plan(rules, arrived, [], { letterDays: new Map([['letter', day]]) }).doNow[0]
  expect(dated('2026-12-01')).toMatchObject({ late: false, timing: { anchor: 'letter', to: '2026-12-01' } })
  expect(dated('2026-11-20')).toMatchObject({ late: true })
})

test('what falls before the arrival, and around the end of a permit, has a window of its own', () => {
  const rules = rulesOf([
    aStep('docs', {
      when: { anchor: 'arrival', fromDay: -120, toDay: -14, hardDeadline: false },
      prerequisites: ['first'],
    }),
    aStep('first'),
    aStep('renew', { when: { anchor: 'permit_expiry', fromDay: -150, toDay: 0, hardDeadline: true } }),
  ])
  const abroad = { ...arrived, where: 'abroad', arrival_date: '2027-02-01', permit_expiry: '2028-02-01' }
  const windows = plan(rules, abroad).later.map(({ window, steps }) => [window, steps.map((step) => step.id)])
  expect(windows).toContainEqual(['before-arrival', ['docs']])
  expect(windows).toContainEqual(['permit', ['renew']])
})

test('a need known to be settled is not raised; one nobody asked about is', () => {
  const rules = rulesOf([aStep('a')])
  const settled = (profile: Profile) => {
    const isSettled = compile({ q: 'school_done', op: 'eq', v: 'yes' })
    return plan({ ...rules, needs: rules.needs.map((need) => ({ ...need, isSettled })) }, profile).needIds
  }
  expect(settled(arrived)).toEqual(['need'])
  expect(settled({ ...arrived, school_done: 'no' })).toEqual(['need'])
  expect(settled({ ...arrived, school_done: 'yes' })).toEqual([])
})

test('a goal whose questions were passed over brings its first open need; one that an answer rules out never, nor one of danger', () => {
  const asked: Condition = { q: 'job_status', op: 'in', v: ['no_looking'] }
  const rules = rulesOf([aStep('search')], asked)
  const goal = { ...arrived, top_goals: ['essentials'] }
  expect(plan(rules, arrived).doNow).toEqual([])
  expect(plan(rules, goal).doNow).toMatchObject([{ id: 'search', because: ['top_goals'] }])
  expect(plan(rules, { ...goal, job_status: 'yes_field' }).doNow).toEqual([])
  expect(plan(rules, { ...goal, job_status: 'no_looking' }).doNow).toMatchObject([{ because: ['job_status'] }])
  const protectedNeed = { ...rules, needs: rules.needs.map((need) => ({ ...need, compartment: true })) }
  expect(plan(protectedNeed, goal).doNow).toEqual([])
  const urgent = { ...rules, needs: rules.needs.map((need) => ({ ...need, priority: 1 })) }
  expect(plan(urgent, goal).doNow).toEqual([])
})
