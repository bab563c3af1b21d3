import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { formFields } from '#features/access/index.ts'
import { Button, FileField, Form, TextField } from '#ui/index.ts'
import type { FieldFault } from '../../commands/uploads/receive-upload.ts'
import type { Source } from '../../domain/service.ts'
import { sourceFault } from '../../domain/upload.ts'

/** What came back from a form that could not be taken. */
export type Given = { faults: readonly FieldFault[]; sourceId: string; sourceName: string }

type FormProps = { c: Context<Env>; given: Given; known: readonly Source[] }

const accepted = '.zip,.csv,.json,.ndjson,.jsonl,.geojson'

/** A file, and the source that it is from; a mapping where its format is not known. */
export function NewUpload({ c, given, known }: FormProps) {
  const { t } = c.var
  const again = given.faults.length > 0 ? [t('directory.uploads.again')] : []
  return (
    <section>
      <h2>{t('directory.uploads.form')}</h2>
      <Form action="/workspace/directory/imports" enctype="multipart/form-data" {...formFields(c)}>
        <FileField
          name="file"
          label={t('directory.uploads.file')}
          hint={[t('directory.uploads.file-hint'), ...again].join(' ')}
          accept={accepted}
          error={errorOf(c, given, 'file')}
        />
        <SourceFields c={c} given={given} known={known} />
        <FileField
          name="mapping"
          label={t('directory.uploads.mapping')}
          hint={t('directory.uploads.mapping-hint')}
          accept=".json"
          error={errorOf(c, given, 'mapping')}
        />
        <Button>{t('directory.uploads.send')}</Button>
      </Form>
    </section>
  )
}

function SourceFields({ c, given, known }: FormProps) {
  const { t } = c.var
  const codes = known.map(({ id }) => id).filter((id) => sourceFault(id) === undefined)
  const used = codes.length > 0 ? [t('directory.uploads.source-known', { codes: codes.join(', ') })] : []
  return (
    <>
      <TextField
        name="source"
        label={t('directory.uploads.source')}
        hint={[t('directory.uploads.source-hint'), ...used].join(' ')}
        value={given.sourceId}
        maxlength={60}
        autocomplete="off"
        dir="ltr"
        error={errorOf(c, given, 'source')}
      />
      <TextField
        name="name"
        label={t('directory.uploads.name')}
        hint={t('directory.uploads.name-hint')}
        value={given.sourceName}
        maxlength={120}
        autocomplete="off"
        error={errorOf(c, given, 'name')}
      />
    </>
  )
}

function errorOf(c: Context<Env>, { faults }: Given, field: FieldFault['field']): string | undefined {
  const fault = faults.find((each) => each.field === field)
  return fault && faultWords(c, fault)
}

export function faultWords({ var: { t } }: Context<Env>, fault: FieldFault): string {
  if (fault.reason === 'mapping-wrong') return t('directory.uploads.fault.mapping-wrong', { place: fault.place })
  return t(`directory.uploads.fault.${fault.reason}`)
}
