/** The questions, one a page, and what their answers tell. */
export { ensureFile, noticeVersion } from './commands.ts'
export { askedQuestions } from './domain/flow.ts'
export { keepAnswer, knowledgeOf, open, placeOf, questionsOf, type Knowledge } from './knowledge.ts'
export { assessmentPages } from './web/pages.tsx'
