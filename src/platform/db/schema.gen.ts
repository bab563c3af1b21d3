// Generated from the migrations by tools/gen-schema.ts; do not edit.
import type { ColumnType, Generated } from 'kysely'

export type Json = ColumnType<Record<string, unknown>, string, string>

export type Schema = {
  accessibility: {
    id: string
    location_id: string
    source_id: string
    source_key: string
    description: string | null
    details: string | null
    url: string | null
  }
  address: {
    id: string
    location_id: string
    source_id: string
    source_key: string
    attention: string | null
    address_1: string
    address_2: string | null
    city: string
    region: string | null
    state_province: string
    postal_code: string
    country: string
    address_type: Generated<'physical' | 'postal' | 'virtual'>
  }
  answer: {
    file_id: string
    question_id: string
    value_sealed: Buffer | null
    given_by: 'person' | 'agent' | 'organization'
    given_at: Date
    given_label: string | null
    confirmed_at: Date | null
    member_id: string | null
    confirmed_by: 'person' | 'agent' | 'organization' | null
    confirmed_label: string | null
  }
  attempt: {
    key: string
    count: number
    began_at: Date
  }
  attribute: {
    id: string
    link_id: string
    link_entity: string
    taxonomy_term_id: string
    source_id: string
    source_key: string
    link_type: string | null
    value: string | null
    label: string | null
  }
  audit_entry: {
    id: ColumnType<string, never, never>
    at: Date
    actor: string
    actor_id: string | null
    actor_label: string | null
    action: string
    file_id: string | null
    referral_id: string | null
    outcome: 'granted' | 'refused'
    reason: string | null
    filter: ColumnType<Record<string, unknown> | null, string | null | undefined, string | null>
    shown: number | null
    request_id: string
  }
  consent: {
    id: string
    number: ColumnType<string, never, never>
    file_id: string
    referral_id: string
    organization_id: string
    purpose: 'referral'
    text_version: string
    language: string
    channel: 'screen' | 'oral'
    state: 'asked' | 'given' | 'refused' | 'withdrawn'
    asked_at: Date
    given_at: Date | null
    ended_at: Date | null
    recorded_by: string | null
  }
  contact: {
    id: string
    organization_id: string | null
    service_id: string | null
    service_at_location_id: string | null
    location_id: string | null
    source_id: string
    source_key: string
    name: string | null
    title: string | null
    department: string | null
    email: string | null
    private: Generated<boolean>
    original: ColumnType<Record<string, unknown>, string | undefined, string>
  }
  cost_option: {
    id: string
    service_id: string
    source_id: string
    source_key: string
    valid_from: string | null
    valid_to: string | null
    option: string | null
    currency: string | null
    amount: number | null
    amount_description: string | null
  }
  directory_source: {
    id: string
    name: string
    invented: Generated<boolean>
    imported_at: Date | null
    opened_at: Date | null
  }
  event: {
    id: ColumnType<string, never, never>
    at: Date
    kind: string
    file_id: string | null
    body: 'person' | 'agent' | 'organization' | 'service'
    subject: string | null
    region: string | null
  }
  file: {
    id: string
    person_id: string | null
    language: string
    region: string | null
    notice_version: string
    created_at: Date
    last_activity_at: Date
    expires_at: Date | null
    question_set: Generated<string>
  }
  funding: {
    id: string
    organization_id: string | null
    service_id: string | null
    source_id: string
    source_key: string
    source: string | null
  }
  idempotency_record: {
    key: string
    status: number | null
    location: string | null
    body_sealed: Buffer | null
    cookies_sealed: Buffer | null
    created_at: Date
  }
  import_change: {
    run_id: string
    number: number
    kind: 'added' | 'changed' | 'gone' | 'back'
    resource: string
    resource_id: string
    label: string
    fields: Json
  }
  import_problem: {
    run_id: string
    number: number
    kind: 'refused' | 'warning'
    file: string
    line: number
    reason: string
    column: string | null
    value: string | null
  }
  import_run: {
    id: string
    source_id: string
    started_at: Date
    ended_at: Date | null
    loaded: number | null
    refused: number | null
    added: number | null
    changed: number | null
    layout: string | null
    removed: number | null
    ended: number | null
    back: number | null
  }
  import_upload: {
    id: string
    source_id: string
    source_name: string
    file_name: string
    content: Buffer | null
    mapping: Buffer | null
    status: Generated<'waiting' | 'read' | 'asked' | 'applied' | 'failed' | 'refused'>
    uploaded_at: Date
    since: Date
    summary: ColumnType<Record<string, unknown> | null, string | null | undefined, string | null>
    problems: ColumnType<Record<string, unknown> | null, string | null | undefined, string | null>
    failure: string | null
  }
  language: {
    id: string
    service_id: string | null
    location_id: string | null
    source_id: string
    source_key: string
    name: string | null
    code: string | null
    phone_id: string | null
    note: string | null
  }
  link: {
    id: string
    token_hash: string
    purpose: 'registration' | 'staff' | 'referral' | 'witness' | 'withdraw' | 'check-in' | 'unsubscribe' | 'resume' | 'feed' | 'listing'
    file_id: string | null
    staff_id: string | null
    referral_id: string | null
    consent_id: string | null
    person_id: string | null
    organization_id: string | null
    first_name: string | null
    email_sealed: Buffer | null
    language: string
    created_at: Date
    expires_at: Date
    used_at: Date | null
    code_hash: string | null
    code_expires_at: Date | null
    service_id: string | null
  }
  listing_change: {
    issue_id: string
    field: 'description' | 'application_process' | 'eligibility_description' | 'fees_description' | 'wait_time' | 'url' | 'email' | 'french_level' | 'interpretation_services'
    before: string | null
    after: string | null
  }
  listing_issue: {
    id: string
    service_id: string
    kind: 'report' | 'changed' | 'closed' | 'to-call'
    block: 'phone' | 'hours' | 'place' | 'who' | 'cost' | 'closed' | 'other' | null
    note_sealed: Buffer | null
    at: Date
    ended_at: Date | null
    ended_by: string | null
    outcome: 'mended' | 'right' | 'closed' | 'nothing' | null
  }
  listing_pair: {
    one: string
    other: string
    kept: string | null
    by_label: string
    at: Date
  }
  location: {
    id: string
    organization_id: string | null
    source_id: string
    source_key: string
    location_type: Generated<'physical' | 'postal' | 'virtual'>
    name: string | null
    alternate_name: string | null
    description: string | null
    transportation: string | null
    latitude: number | null
    longitude: number | null
    region: string | null
    confidential: Generated<boolean>
    original: ColumnType<Record<string, unknown>, string | undefined, string>
    url: string | null
    external_identifier: string | null
    external_identifier_type: string | null
    gone_at: Date | null
  }
  meeting: {
    id: string
    file_id: string
    staff_id: string
    kind: 'first-meeting'
    held_on: string
    noted_at: Date
  }
  member: {
    id: string
    file_id: string
    relation: 'spouse' | 'child' | 'parent' | 'other'
    name_sealed: Buffer
    created_at: Date
  }
  message: {
    id: string
    channel: 'email'
    template: string
    language: string
    file_id: string | null
    referral_id: string | null
    state: Generated<'waiting' | 'sent' | 'failed'>
    attempts: Generated<number>
    claimed_until: Date | null
    created_at: Date
    sent_at: Date | null
    last_code: string | null
  }
  message_content: {
    message_id: string
    to_sealed: Buffer
    values_sealed: Buffer
  }
  metadata: {
    id: string
    resource_id: string
    resource_type: string
    source_id: string
    source_key: string
    run_id: string | null
    last_action_date: Date
    last_action_type: 'create' | 'update' | 'delete'
    field_name: string
    previous_value: string
    replacement_value: string
    updated_by: string
  }
  migration: {
    name: string
    applied_at: Generated<Date>
  }
  organization: {
    id: string
    source_id: string
    source_key: string
    name: string
    alternate_name: string | null
    description: string
    email: string | null
    website: string | null
    tax_id: string | null
    year_incorporated: number | null
    legal_status: string | null
    region: string | null
    city: string | null
    status: Generated<'active' | 'defunct' | 'suspended'>
    confirmed_on: string | null
    original: ColumnType<Record<string, unknown>, string | undefined, string>
    last_modified: Generated<Date>
    tax_status: string | null
    logo: string | null
    uri: string | null
    parent_organization_id: string | null
    gone_at: Date | null
  }
  organization_contact: {
    organization_id: string
    email_sealed: Buffer
    confirmed_on: string
  }
  organization_identifier: {
    id: string
    organization_id: string
    source_id: string
    source_key: string
    identifier_scheme: string | null
    identifier_type: string
    identifier: string
  }
  person: {
    id: string
    first_name: string
    email_sealed: Buffer | null
    email_hash: string | null
    language: string
    registered_at: Date
    version: Generated<number>
  }
  phone: {
    id: string
    organization_id: string | null
    service_id: string | null
    location_id: string | null
    service_at_location_id: string | null
    source_id: string
    source_key: string
    number: string
    extension: string | null
    type: string | null
    description: string | null
    contact_id: string | null
    original: ColumnType<Record<string, unknown>, string | undefined, string>
  }
  plan_change: {
    id: string
    number: ColumnType<string, never, never>
    file_id: string
    item_id: string
    change: 'done' | 'undone' | 'put' | 'back' | 'added' | 'dated' | 'undated' | 'responsible' | 'stuck' | 'change-asked'
    by_kind: 'person' | 'agent' | 'organization'
    by_label: string | null
    reason_sealed: Buffer | null
    draft: Generated<boolean>
    at: Date
    member_id: string | null
  }
  plan_item: {
    file_id: string
    item_id: string
    own: Generated<boolean>
    state: 'open' | 'done' | 'put'
    responsible: 'me' | 'organization' | 'agent' | null
    title_sealed: Buffer | null
    letter_day_sealed: Buffer | null
    draft: Generated<boolean>
    changed_at: Date
    changed_by: 'person' | 'agent' | 'organization'
    version: Generated<number>
    member_id: string | null
    referral_id: string | null
    protected: Generated<boolean>
  }
  program: {
    id: string
    organization_id: string
    source_id: string
    source_key: string
    name: string
    alternate_name: string | null
    description: string
  }
  referral: {
    id: string
    file_id: string
    need_id: string
    service_id: string
    organization_id: string
    sender_id: string
    region: string | null
    status: 'draft' | 'requested' | 'accepted' | 'rejected' | 'in-progress' | 'on-hold' | 'completed' | 'failed' | 'cancelled' | 'entered-in-error'
    business_status: 'delivered' | 'opened' | 'detail-asked' | 'contacting' | 'contacted' | 'appointment-booked' | 'no-show' | 'waitlisted' | 'first-service-given' | null
    status_reason: 'capacity' | 'not-eligible' | 'out-of-area' | 'language-not-available' | 'wrong-service' | 'cannot-reach-client' | 'client-declined' | 'client-moved' | 'consent-withdrawn' | 'no-answer' | 'taken-elsewhere' | 'duplicate' | null
    outcome: 'client-accepted' | 'client-declined' | 'organization-declined' | null
    proposed_at: Date | null
    next_service_id: string | null
    organization_confirmed_at: Date | null
    person_confirmed_at: Date | null
    due_at: Date | null
    created_at: Date
    since: Date
    version: Generated<number>
  }
  referral_content: {
    referral_id: string
    file_id: string
    content_sealed: Buffer
    step_ids: Generated<string[]>
  }
  referral_event: {
    id: string
    number: ColumnType<string, never, never>
    referral_id: string
    file_id: string
    at: Date
    side: 'requester' | 'target' | 'person' | 'system'
    actor_label: string | null
    kind: 'created' | 'moved' | 'business-status' | 'witness' | 'opened'
    from_status: string | null
    to_status: string | null
    business_status: string | null
    reason: string | null
  }
  reminder: {
    file_id: string
    kind: string
    due_on: string
    sent_at: Date
    member_id: string | null
  }
  reminder_stop: {
    file_id: string
    stopped_at: Date
  }
  required_document: {
    id: string
    service_id: string
    source_id: string
    source_key: string
    document: string | null
    uri: string | null
  }
  schedule: {
    id: string
    service_id: string | null
    location_id: string | null
    service_at_location_id: string | null
    source_id: string
    source_key: string
    name: string | null
    freq: 'WEEKLY' | 'MONTHLY' | null
    byday: string | null
    opens_at: string | null
    closes_at: string | null
    valid_from: string | null
    valid_to: string | null
    description: string | null
    dtstart: string | null
    until: string | null
    count: number | null
    wkst: 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU' | null
    interval: number | null
    byweekno: string | null
    bymonthday: string | null
    byyearday: string | null
    timezone: number | null
    schedule_link: string | null
    attending_type: string | null
    notes: string | null
    original: ColumnType<Record<string, unknown>, string | undefined, string>
  }
  service: {
    id: string
    organization_id: string | null
    program_id: string | null
    source_id: string
    source_key: string
    name: string
    alternate_name: string | null
    description: string
    url: string | null
    email: string | null
    status: 'active' | 'inactive' | 'defunct' | 'temporarily closed'
    all_regions: Generated<boolean>
    application_process: string | null
    fees_description: string | null
    wait_time: string | null
    eligibility_description: string | null
    accreditations: string | null
    licenses: string | null
    original: ColumnType<Record<string, unknown>, string | undefined, string>
    last_modified: Generated<Date>
    interpretation_services: string | null
    fees: string | null
    minimum_age: number | null
    maximum_age: number | null
    assured_date: string | null
    assurer_email: string | null
    alert: string | null
    french_level: string | null
    gone_at: Date | null
    takes_new: boolean | null
    takes_new_on: string | null
    hidden_at: Date | null
    rhythm_months: Generated<number>
    asked_at: Date | null
    reminded_at: Date | null
    own_fields: Generated<string[]>
  }
  service_area: {
    id: string
    service_id: string | null
    service_at_location_id: string | null
    source_id: string
    source_key: string
    name: string | null
    description: string | null
    extent: string | null
    extent_type: string | null
    uri: string | null
  }
  service_at_location: {
    id: string
    service_id: string
    location_id: string
    source_id: string
    source_key: string
    description: string | null
  }
  service_capacity: {
    id: string
    service_id: string
    unit_id: string
    source_id: string
    source_key: string
    available: number
    maximum: number | null
    description: string | null
    updated: Date
  }
  service_need: {
    service_id: string
    need_id: string
  }
  service_search: {
    service_id: string
    organization_id: string
    offered: boolean
    names: string
    words: string
    needs: string[]
    languages: string[]
    regions: string[]
    all_regions: boolean
    latitude: number | null
    longitude: number | null
    accepts: string[]
    refuses: string[]
    free: boolean | null
    evening: boolean
    weekend: boolean
    channels: string[]
    takes_new: boolean | null
    confirmed: boolean
    wait_days: number | null
    zone: string
    open_week: string
  }
  service_status: {
    service_id: string
    status: string
    accepts: boolean
    source: string | null
    confidence: string
    as_of: string
    valid_from: string | null
    valid_to: string | null
  }
  session: {
    id: string
    token_hash: string
    kind: 'draft' | 'newcomer' | 'staff' | 'link'
    file_id: string | null
    person_id: string | null
    staff_id: string | null
    referral_id: string | null
    organization_id: string | null
    created_at: Date
    expires_at: Date
    ended_at: Date | null
  }
  staff: {
    id: string
    kind: 'agent' | 'organization'
    role: 'agent' | 'editor' | 'importer' | 'lead' | 'member'
    name: string
    email_sealed: Buffer
    email_hash: string
    regions: Generated<string[]>
    organization_id: string | null
    invited_at: Date
    ended_at: Date | null
  }
  task: {
    id: string
    kind: 'first-meeting' | 'first-contact' | 'call-back' | 'referral' | 'plan'
    file_id: string | null
    referral_id: string | null
    region: string | null
    language: string
    owner_id: string | null
    reason: string
    details_sealed: Buffer | null
    due_at: Date
    created_at: Date
    done_at: Date | null
    done_by: string | null
    version: Generated<number>
  }
  taxonomy: {
    id: string
    source_id: string
    source_key: string
    name: string
    description: string
    uri: string | null
    version: string | null
  }
  taxonomy_term: {
    id: string
    taxonomy_id: string | null
    parent_id: string | null
    source_id: string
    source_key: string
    code: string | null
    name: string
    description: string
    language: string | null
    term_uri: string | null
    taxonomy: string | null
  }
  unit: {
    id: string
    source_id: string
    source_key: string
    name: string
    scheme: string | null
    identifier: string | null
    uri: string | null
  }
  unmet_need: {
    day: string
    need_id: string
    region: string
    language: string
    status_group: string
    times: number
  }
  url: {
    id: string
    organization_id: string | null
    service_id: string | null
    source_id: string
    source_key: string
    label: string | null
    url: string
  }
  verification: {
    id: string
    service_id: string
    said: 'right' | 'changed' | 'closed'
    by_kind: 'organization' | 'editor'
    by_label: string
    how: 'link' | 'telephone'
    at: Date
  }
}
