/** The parts that pages are made of: the design system wrapped once, so that another one touches this folder only. */
export { type Bar, BarChart } from './bar-chart.tsx'
export { Beside } from './beside.tsx'
export { Button, ButtonGroup, ButtonLink } from './button.tsx'
export { type Checked, CheckList } from './check-list.tsx'
export { Checkboxes, type Choice, Radios, Select } from './choice-fields.tsx'
export { CodeGroups } from './code-groups.tsx'
export { DateField, dayTyped, type TypedDate } from './date-field.tsx'
export { Details } from './details.tsx'
export { ErrorSummary, type FieldErrors } from './error-summary.tsx'
export { countText, type Figure, Figures, Progress } from './figures.tsx'
export { FileField } from './file-field.tsx'
export { FileText } from './file-text.tsx'
export { csrfField, FilterForm, Form } from './form.tsx'
export { FieldSet } from './form-group.tsx'
export { Live } from './live.tsx'
export { MapFrame, type MapPoint } from './map-frame.tsx'
export { BackLink, Breadcrumbs, type Link, SubNavigation } from './navigation.tsx'
export { DonePanel, Inset, Notice, Warning } from './notice.tsx'
export { Pages } from './pages.tsx'
export {
  SessionBar,
  type SessionFacts,
  SessionUntil,
  type SessionWords,
  sessionFacts,
} from './session-end.tsx'
export { Leafing, type Sheet, Sheets } from './sheets.tsx'
export { type Fact, SummaryList } from './summary-list.tsx'
export { type Column, Table } from './table.tsx'
export { Tag, type TagColour } from './tag.tsx'
export { type Task, TaskList } from './task-list.tsx'
export { TextArea, TextField } from './text-field.tsx'
export { WithoutScript, WithScript } from './with-script.tsx'
