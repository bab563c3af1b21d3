/** Who may use which programme, and who pays: from the rules of reference/programs.json. */
export { eligibilityOf, type Eligibility, type Ground, type ProgramRule, type Use } from './domain/eligibility.ts'
export { responsibleFor, type Responsible } from './domain/responsible.ts'
export { programRulesOf, programsForNeed } from './queries.ts'
