declare module '*.css?inline&apart' {
  const text: string;
  export default text;
}

declare module '*.css?inline' {
  const text: string;
  export default text;
}

/** The hashed name of the first chunk, put in by the build. */
declare const __FIRST_CHUNK__: string;
