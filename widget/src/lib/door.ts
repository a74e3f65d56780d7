/** A door that stands open: okaeri, "welcome back". The path of the mark, on a square of 24. */
export const DOOR = 'M6 21V3.5h9V21M3.5 21h17M15 6h3v15M12 12v1.2';
