/** An e-mail address or a host, which may break where a person would break it: after the @ and after dots. */
export function Address({ text }: { text: string }) {
  const parts = text.split(/(?<=[@.])/);
  return (
    <bdi class="address">
      {parts.map((part, n) => (n === 0 ? part : [<wbr key={`${n} ${part}`} />, part]))}
    </bdi>
  );
}
