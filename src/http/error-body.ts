/** The body of an answer that no GraphQL operation gave: whatever goes wrong, it has GraphQL's form. */
export const errorBody = (message: string, code: string, extensions: Readonly<Record<string, unknown>> = {}) => ({
  errors: [{ message, extensions: { ...extensions, code } }],
});
