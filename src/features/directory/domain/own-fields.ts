/** What an organization may correct of its own service by the link of its mail; an editor publishes it. */
export const ownFields = [
  'description',
  'application_process',
  'eligibility_description',
  'fees_description',
  'wait_time',
  'url',
  'email',
  'french_level',
  'interpretation_services',
] as const
export type OwnField = (typeof ownFields)[number]

export function isOwnField(column: string): column is OwnField {
  return ownFields.some((field) => field === column)
}
