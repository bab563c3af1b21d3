/** The questions, one a page, and what their answers tell. */
export { answerOpenly, answerQuestion, confirmAnswer, keepAnswer, type Answering } from './answering.ts'
export { ensureFile, noticeVersion } from './commands.ts'
export { isOpenAnswer, openAnswersOf, withoutNeverKept, type AnswerRefusal, type Sent } from './domain/answer.ts'
export { askedQuestions, firstOpen, groupOf, questionAfter, questionBefore, subjectsOf } from './domain/flow.ts'
export { knowledgeOf, open, placeOf, questionsOf, type Knowledge } from './knowledge.ts'
export { assessmentPages } from './web/pages.tsx'
export { answerText } from './web/subjects.tsx'
export { QuestionField } from './web/question.tsx'
