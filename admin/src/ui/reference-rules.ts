/** Under which name the server has noted a fault, where it says so: `It has been logged as …`. */
export const referenceIn = (detail: string): string | undefined =>
  /logged as ([\w-]{8,64})/.exec(detail)?.[1];
