/** Messages: written with the work that causes them, sent afterwards, never twice in effect. */
export { requeueForgotten, sendMessage, writeMessage, type Writing } from './commands.ts'
export { renderMail, templates, type TemplateValues } from './templates.ts'
export { messagesOfFile, recentMessages, type Message } from './store.ts'
