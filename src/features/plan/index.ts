/** The plan: steps from needs, dated, in order, changed by whoever helps, with who can help near. */
export { historyOf, planOf, rulesOf, type ChangeLine, type OwnStep, type PlanView } from './queries.ts'
export { addOwnStep, addStep, dateStep, moveStep, askHelp, type Editing } from './commands.ts'
export { publishDrafts } from './store.ts'
export { buildPlan } from './domain/build.ts'
export { noEdits, openSteps, type Plan, type PlannedStep } from './domain/rules.ts'
export { PlanSections } from './web/view.tsx'
export type { Promised } from './web/step.tsx'
export { planPages } from './web/pages.tsx'
