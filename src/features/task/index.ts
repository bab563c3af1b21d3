/** What the ministry owes someone: every task has a reason, a due time and, once taken, an owner. */
export {
  countOpenTasks,
  endTask,
  endTasks,
  endTasksOfReferral,
  insertTask,
  openTasks,
  openTasksOfFile,
  saveOwner,
  taskById,
  type QueueFilter,
  type Task,
  type TaskKind,
} from './store.ts'
