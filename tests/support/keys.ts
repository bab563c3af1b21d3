/** Keys of the tests, and of nothing else. */
export const testKeys = {
  secretKey: 'a test key that protects nothing at all',
  fieldKey: 'another test key that protects nothing',
}
