/** Values that travel with the form; empty ones are left out, so that addresses stay short. */
export const HiddenFields = ({
  values,
}: {
  readonly values: Readonly<Record<string, string | undefined>>;
}) => (
  <>
    {Object.entries(values).map(([name, value]) =>
      value === undefined || value === '' ? null : (
        <input key={name} type="hidden" name={name} value={value} />
      ),
    )}
  </>
);
