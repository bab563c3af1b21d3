/** The plan: steps from needs, dated, in order, changed by whoever helps, with who can help near. */
export {
  changedSteps,
  historyOf,
  planOf,
  promiseOf,
  rulesOf,
  type ChangeLine,
  type OwnStep,
  type PlanView,
} from './queries.ts'
export { addOwnStep, addStep, dateStep, moveStep, askHelp, type Editing } from './commands.ts'
export { publishDrafts } from './store.ts'
export { filesTouched } from './impact.ts'
export { needsOfTheOffice, whoAnswers } from './responsibility.ts'
export { buildPlan } from './domain/build.ts'
export { noEdits, openSteps, type Plan, type PlannedStep } from './domain/rules.ts'
export { PlanSections } from './web/view.tsx'
export { dateText, type Promised } from './web/words.ts'
export { keepScript, TakeAway } from './web/take-away.tsx'
export { takeAwayPages } from './web/take-away-pages.tsx'
export { remind } from './reminding.ts'
export { hasStopped } from './reminder-store.ts'
export { checkInPages } from './web/check-in.tsx'
export { planTaps } from './web/taps.ts'
export { planPages } from './web/pages.tsx'
