-- What was said to be urgent stands at the head of the queue, however far its promise is.
create index task_urgent on task (due_at) where done_at is null and reason = 'urgent-answer';
