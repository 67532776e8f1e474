/** A bullet list; renders nothing if it is empty. */
export const BulletList = ({ items = [] }: { readonly items?: readonly string[] | undefined }) =>
  items.length === 0 ? null : (
    <ul class="nhsuk-list nhsuk-list--bullet">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
