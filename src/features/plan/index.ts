/** The plan: steps from needs, dated, in order, with who can help near. */
export { planOf, rulesOf, type PlanView } from './queries.ts'
export { buildPlan, type Plan, type PlannedStep } from './domain/build.ts'
export { PlanSections } from './web/view.tsx'
export type { Promised } from './web/step.tsx'
export { planPages } from './web/pages.tsx'
