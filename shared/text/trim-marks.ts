/** A text without those of `marks` and white space that stand at its beginning, and of `behind` at its end. */
export function trimMarks(text: string, marks: string, behind: string = marks): string {
  let start = 0;
  let end = text.length;
  while (start < end && isOneOf(text[start] as string, marks)) start += 1;
  while (end > start && isOneOf(text[end - 1] as string, behind)) end -= 1;
  return text.slice(start, end);
}

function isOneOf(character: string, marks: string): boolean {
  return marks.includes(character) || /\s/.test(character);
}
