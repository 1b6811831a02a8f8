import type { Child } from 'hono/jsx'
import { Tag, type TagColour } from './tag.tsx'

export interface Task {
  readonly title: string
  /** Without it the task can't be opened (yet), or not by this person. */
  readonly href?: string | undefined
  readonly hint?: Child | undefined
  readonly status: { readonly text: string; readonly colour?: TagColour | undefined }
}

/** Steps in their order, each with how it stands. What is done is plain text: colour is for what asks something. */
export function TaskList({ tasks, id }: { tasks: readonly Task[]; id: string }) {
  return (
    <ul class="govuk-task-list">
      {tasks.map((task, place) => (
        <TaskItem task={task} id={`${id}-${place + 1}`} />
      ))}
    </ul>
  )
}

function TaskItem({ task: { title, href, hint, status }, id }: { task: Task; id: string }) {
  const described = [hint && `${id}-hint`, `${id}-status`].filter(Boolean).join(' ')
  return (
    <li class={`govuk-task-list__item${href ? ' govuk-task-list__item--with-link' : ''}`}>
      <div class="govuk-task-list__name-and-hint">
        {href ? (
          <a class="govuk-link govuk-task-list__link" href={href} aria-describedby={described}>
            {title}
          </a>
        ) : (
          <div>{title}</div>
        )}
        {hint && (
          <div id={`${id}-hint`} class="govuk-task-list__hint">
            {hint}
          </div>
        )}
      </div>
      <div class="govuk-task-list__status" id={`${id}-status`}>
        {status.colour ? <Tag colour={status.colour}>{status.text}</Tag> : status.text}
      </div>
    </li>
  )
}
