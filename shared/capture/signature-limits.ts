/** How many lines of a signature cross from the page to the background. */
export const mostSignatureLines = 60;

/** Characters of one of them; a longer line is a sentence. */
export const longestSignatureLine = 300;
