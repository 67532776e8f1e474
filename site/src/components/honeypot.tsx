/** A hidden field that only bots fill in. */
export const Honeypot = ({ name }: { readonly name: string }) => (
  <div class="app-trap" aria-hidden="true">
    <label for={`leave-${name}`}>Leave this field empty</label>
    <input id={`leave-${name}`} name={name} type="text" tabindex={-1} autocomplete="off" />
  </div>
);
